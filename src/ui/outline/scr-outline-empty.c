/* What an outline says where it has nothing to list, with the first step. See scr-outline-view.h. */
#include "config.h"

#include "scr-outline-view-private.h"

#include "scr-icons.h"

#include <glib/gi18n-lib.h>

static void
show_empty (ScrOutlineView *self, const char *icon, const char *title, const char *description, const char *button,
            const char *action)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page), description);
  gtk_button_set_label (GTK_BUTTON (self->first_step), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static char *
dup_escaped (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A status page reads its description as markup; what people typed is none. */
static char *
dup_escaped (const char *format, ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  return text;
}

void
scr_outline_view_show_nothing_found (ScrOutlineView *self)
{
  g_autofree char *description = NULL;

  /* TRANSLATORS: %1$s are things, %2$s is what was typed to find some of them */
  description = dup_escaped (_ ("%1$s: none contains “%2$s”."), _ (self->kind->plural),
                             gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
  show_empty (self, "edit-find-symbolic", _ ("Nothing found"), description, _ ("Clear the filter"),
              "outline.clear-filter");
}

void
scr_outline_view_show_narrowed_away (ScrOutlineView *self)
{
  g_autofree char *description = NULL;

  /* TRANSLATORS: %s are things, as in "Disputes" */
  description = dup_escaped (_ ("%s: there are some, but of other partnerships."), _ (self->kind->plural));
  show_empty (self, scr_icon_resolve (self->kind->icon), _ ("Nothing of this partnership"), description,
              _ ("Show all partnerships"), "outline.all-partnerships");
}

void
scr_outline_view_show_none_yet (ScrOutlineView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *step = NULL;

  /* TRANSLATORS: %s are things, as in "Disputes: none yet" */
  title = g_strdup_printf (_ ("%s: none yet"), _ (self->kind->plural));
  /* TRANSLATORS: %s is the label of a kind of thing, such as "Meeting" */
  step = g_strdup_printf (_ ("New: %s"), _ (self->kind->label));
  show_empty (self, scr_icon_resolve (self->kind->icon), title, _ (self->kind->hint), step, "outline.new");
}
