/* The rows of what the scrutineer does at a meeting. See scr-scrutiny-private.h. */
#include "config.h"

#include "scr-scrutiny-private.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-key-messages.h"
#include "scr-minutes-rows.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
take (GPtrArray *all, ScrSource *source, const char *kind, const char *field, ScrItem *meeting)
{
  g_autoptr (GPtrArray) found = scr_source_list_by (source, kind, field, scr_item_get_id (meeting));

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (found, i)));
}

/**
 * scr_scrutiny_list:
 * @source: the record
 * @meeting: a meeting
 *
 * Returns: (transfer full) (element-type ScrItem): askings, deliveries, evidence and challenges of that
 * meeting
 */
GPtrArray *
scr_scrutiny_list (ScrSource *source, ScrItem *meeting)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  take (all, source, "asking", "forum", meeting);
  take (all, source, "delivery", "meeting", meeting);
  take (all, source, "evidence", "activity", meeting);
  take (all, source, "challenge", "meeting", meeting);
  return all;
}

/**
 * scr_scrutiny_find_answer:
 * @source: the record
 * @asking: an asking
 *
 * Returns: (transfer full) (nullable): its latest answer
 */
ScrItem *
scr_scrutiny_find_answer (ScrSource *source, ScrItem *asking)
{
  g_autoptr (GPtrArray) answers = scr_source_list_by (source, "answer", "asking", scr_item_get_id (asking));
  ScrItem *latest = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      ScrItem *answer = g_ptr_array_index (answers, i);

      if (latest == NULL
          || g_strcmp0 (scr_item_get_text (answer, "day"), scr_item_get_text (latest, "day")) > 0)
        latest = answer;
    }
  return latest != NULL ? g_object_ref (latest) : NULL;
}

/* --- Questions --- */

static char *
tell_asking (ScrSource *source, ScrItem *asking, ScrItem *answer, ScrItem *judgement)
{
  g_autofree char *judged = judgement != NULL ? scr_format_title (NULL, source, judgement) : NULL;

  if (answer != NULL && judged != NULL)
    /* TRANSLATORS: of a question; %s is how its answer is judged, such as "No evidence" */
    return g_strdup_printf (_ ("Asked · answer: %s"), judged);
  if (answer != NULL)
    return g_strdup (_ ("Asked · answered, not judged yet"));
  return g_strdup (scr_item_get_text (asking, "day") != NULL ? _ ("Asked · no answer yet")
                                                             : _ ("To be asked"));
}

static GtkWidget *
make_asking_row (ScrSource *source, ScrItem *asking)
{
  g_autoptr (ScrItem) question = scr_source_get_referred (source, asking, "question");
  g_autoptr (ScrItem) answer = scr_scrutiny_find_answer (source, asking);
  g_autoptr (ScrItem) judgement
      = answer != NULL ? scr_source_get_referred (source, answer, "judgement") : NULL;
  g_autofree char *title = question != NULL ? scr_format_title (NULL, source, question) : NULL;
  g_autofree char *priority = scr_format_field (NULL, source, asking, "priority");
  g_autofree char *words = tell_asking (source, asking, answer, judgement);
  g_autofree char *line = NULL;
  const char *icon = judgement != NULL ? scr_item_get_text (judgement, "icon") : NULL;

  if (priority != NULL && *priority != '\0')
    /* TRANSLATORS: under a question: whether it was asked, and about which priority */
    line = g_strdup_printf (_ ("%1$s · about %2$s"), words, priority);
  return scr_minutes_row_new (icon != NULL ? icon : "dialog-question-symbolic",
                              title != NULL ? title : _ ("A question that is no longer in the record"),
                              line != NULL ? line : words);
}

/* --- The rest --- */

static GtkWidget *
make_delivery_row (ScrSource *source, ScrItem *meeting, ScrItem *delivery)
{
  const char *id = scr_item_get_text (delivery, "message");
  g_autoptr (ScrItem) message = scr_source_get (source, "key_message", id);
  ScrToldCount count = scr_key_message_count (source, id, meeting);
  g_autofree char *title
      = message != NULL ? scr_format_title (NULL, source, message) : g_strdup (_ ("Key message"));
  /* TRANSLATORS: a key message in quotation marks */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), title);
  g_autofree char *told = scr_key_message_dup_words (&count, NULL);
  const char *reaction = scr_item_get_text (delivery, "reaction");
  g_autofree char *words = NULL;

  if (reaction != NULL)
    /* TRANSLATORS: under a key message: how often it was told here, and how people took it */
    words = g_strdup_printf (_ ("Key message · %1$s · reaction: %2$s"), told, reaction);
  else
    /* TRANSLATORS: under a key message: how often it was told here */
    words = g_strdup_printf (_ ("Key message · %s"), told);
  return scr_minutes_row_new ("media-playlist-repeat-symbolic", quoted, words);
}

static GtkWidget *
make_other_row (ScrSource *source, ScrItem *item)
{
  gboolean is_challenge = strcmp (scr_item_get_kind (item)->name, "challenge") == 0;
  g_autofree char *title = scr_format_title (NULL, source, item);
  g_autoptr (ScrItem) state = is_challenge ? scr_source_get_referred (source, item, "state") : NULL;
  g_autofree char *sort = is_challenge ? NULL : scr_format_field (NULL, source, item, "kind");
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (sort != NULL && *sort != '\0')
    /* TRANSLATORS: under a piece of evidence; %s is its kind, such as "Document" */
    words = g_strdup_printf (_ ("Evidence · %s"), sort);
  row = scr_minutes_row_new (is_challenge ? "dialog-warning-symbolic" : "mail-attachment-symbolic", title,
                             is_challenge    ? _ ("Challenge")
                             : words != NULL ? words
                                             : _ ("Evidence"));
  if (state != NULL)
    {
      GtkWidget *pill = scr_pill_new ("", "", NULL);

      scr_choices_show_pill (pill, source, state);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    }
  return row;
}

/**
 * scr_scrutiny_row_new:
 * @source: the record
 * @meeting: a meeting
 * @item: one of scr_scrutiny_list()
 *
 * Returns: (transfer floating): a row that tells of it
 */
GtkWidget *
scr_scrutiny_row_new (ScrSource *source, ScrItem *meeting, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;

  if (strcmp (kind, "asking") == 0)
    return make_asking_row (source, item);
  if (strcmp (kind, "delivery") == 0)
    return make_delivery_row (source, meeting, item);
  return make_other_row (source, item);
}
