/* ScrContext - what the window hands to its views instead of globals: the record, what is narrowed to,
 * what is selected, what is remembered, where long work is shown, and how to say something to the person.
 *
 * Lives as long as its window and has one store or none. Main thread.
 * Properties: "store" (ScrStore, nullable), "partnership" (nullable identity), "selected" (ScrItem,
 * nullable). Signals: "open-item" (ScrItem *): show this thing where it lives and in the details pane;
 *          "show-view" (const char *id): go to that view;
 *          "show-report" (const ScrReportRequest *): go to that report, with what is asked of it;
 *          "toast" (const char *message, gboolean with_undo); "failed" (const GError *): a command did not
 * succeed; "retry": the person asks to try again what failed: whoever holds it unwritten writes it now.
 */
#pragma once

#include "scr-job-bar.h"
#include "scr-reporting.h"
#include "scr-settings.h"
#include "scr-store.h"
#include "scr-unwritten.h"

G_BEGIN_DECLS

#define SCR_TYPE_CONTEXT (scr_context_get_type ())
G_DECLARE_FINAL_TYPE (ScrContext, scr_context, SCR, CONTEXT, GObject)

ScrContext *scr_context_new (void);

ScrStore *scr_context_get_store (ScrContext *self);
void scr_context_set_store (ScrContext *self, ScrStore *store);
const char *scr_context_get_partnership (ScrContext *self);
void scr_context_set_partnership (ScrContext *self, const char *partnership);
ScrItem *scr_context_get_selected (ScrContext *self);
void scr_context_set_selected (ScrContext *self, ScrItem *item);
ScrUnwritten *scr_context_get_unwritten (ScrContext *self);
ScrSettings *scr_context_get_settings (ScrContext *self);
void scr_context_set_settings (ScrContext *self, ScrSettings *settings);

ScrJobBar *scr_context_get_job_bar (ScrContext *self);
void scr_context_set_job_bar (ScrContext *self, ScrJobBar *bar);

void scr_context_open_item (ScrContext *self, ScrItem *item);
void scr_context_show_view (ScrContext *self, const char *view);
void scr_context_show_report (ScrContext *self, const ScrReportRequest *wanted);
void scr_context_toast (ScrContext *self, const char *message, gboolean with_undo);
void scr_context_fail (ScrContext *self, const GError *error);
void scr_context_retry (ScrContext *self);

G_END_DECLS
