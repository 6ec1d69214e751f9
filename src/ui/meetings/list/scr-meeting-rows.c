/* Meetings and other dated things as rows under headings. See the header. */
#include "config.h"

#include "scr-meeting-rows.h"

#include "scr-choices.h"
#include "scr-date-tile.h"
#include "scr-dated-list.h"
#include "scr-fold-box.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Under this width, in ems, the pills go under the words. */
#define FOLD_WIDTH 38

struct _ScrMeetingRows
{
  ScrOutlineFace parent_instance;

  GtkWidget *list;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ScrMeetingRows, scr_meeting_rows, SCR_TYPE_OUTLINE_FACE)

/* What a row is made of: one of three is shown. */
typedef struct
{
  GtkWidget *heading;
  GtkWidget *heading_title;
  GtkWidget *heading_count;
  GtkWidget *today;
  GtkWidget *item;
  GtkWidget *tile;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *symbol;
  GtkWidget *states;
  GtkWidget *attendance;
  GtkWidget *pack;
  GtkWidget *state;
} Parts;

static Parts *
get_parts (GtkListItem *cell)
{
  return g_object_get_data (G_OBJECT (gtk_list_item_get_child (cell)), "parts");
}

/* --- Headings --- */

static char *
dup_heading (ScrSource *source, const ScrDatedRow *row)
{
  const ScrKind *kind = scr_kind_find (scr_dated_get_kind (row->sort));
  g_autofree char *first = NULL;
  g_autoptr (ScrItem) item = NULL;

  if (*row->id == '\0')
    return g_strdup (_ ("Not yet known"));
  if (strcmp (row->id, kind->name) == 0)
    return g_strdup (_ (kind->plural));
  first = g_strconcat (row->id, "-01", NULL);
  if (strlen (row->id) == 7)
    return scr_format_day (NULL, first, SCR_DAY_MONTH);
  item = scr_source_get (source, "group", row->id);
  if (item == NULL)
    item = scr_source_get (source, SCR_KIND_CHOICE, row->id);
  return item != NULL ? scr_format_title (NULL, source, item) : g_strdup (_ ("Not yet known"));
}

static void
show_heading (ScrMeetingRows *self, GtkListItem *cell, Parts *parts, const ScrDatedRow *row)
{
  ScrSource *source = scr_outline_face_get_source (SCR_OUTLINE_FACE (self));
  g_autofree char *title = dup_heading (source, row);
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;

  if (row->n_to_come > 0 && row->n_to_come < row->n)
    /* TRANSLATORS: how many of a month's meetings are still to come. */
    count = g_strdup_printf (ngettext ("still to come: %u", "still to come: %u", row->n_to_come),
                             row->n_to_come);
  else
    count = g_strdup_printf ("%u", row->n);
  gtk_label_set_text (GTK_LABEL (parts->heading_title), title);
  gtk_label_set_text (GTK_LABEL (parts->heading_count), count);
  spoken = g_strdup_printf ("%s, %s", title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_today (GtkListItem *cell, Parts *parts, const ScrDatedRow *row)
{
  g_autofree char *day = scr_format_day (NULL, row->id, SCR_DAY_FULL);
  /* TRANSLATORS: %s is a day: "Today, Wednesday 12 June 2019". */
  g_autofree char *text = g_strdup_printf (_ ("Today, %s"), day);

  gtk_label_set_text (GTK_LABEL (parts->today), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* --- Items --- */

static ScrDatedSort
find_sort (ScrItem *item)
{
  for (guint sort = 0; sort < SCR_DATED_N_SORTS; sort++)
    if (strcmp (scr_item_get_kind (item)->name, scr_dated_get_kind ((ScrDatedSort)sort)) == 0)
      return (ScrDatedSort)sort;
  return SCR_DATED_MEETINGS;
}

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* "14:00 · Partnership Board · Bexley · Town hall"; a kind of its own is named first. */
static char *
dup_detail (ScrSource *source, ScrItem *item, ScrDatedSort sort)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *group = NULL;
  g_autofree char *until = NULL;
  g_autofree char *partnership = scr_format_partnership (NULL, source, item);
  g_autofree char *title = scr_format_title (NULL, source, item);

  if (sort != SCR_DATED_MEETINGS)
    add_part (text, _ (scr_item_get_kind (item)->label));
  else
    {
      add_part (text, scr_item_get_text (item, "start"));
      if (scr_item_get_text (item, "last_day") != NULL)
        {
          g_autofree char *last = scr_format_day (NULL, scr_item_get_text (item, "last_day"), SCR_DAY_SHORT);

          /* TRANSLATORS: %s is the last day of a meeting of several days: "to 10 July". */
          until = g_strdup_printf (_ ("to %s"), last);
          add_part (text, until);
        }
      group = scr_format_field (NULL, source, item, "group");
      if (g_strcmp0 (group, title) != 0)
        add_part (text, group);
    }
  add_part (text, partnership);
  if (sort == SCR_DATED_MEETINGS)
    add_part (text, scr_item_get_text (item, "place"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "7 of 9 present", once anything is known of who came. */
static char *
dup_attendance (ScrSource *source, ScrItem *meeting)
{
  const char *id = scr_item_get_id (meeting);
  const ScrQuery all = {.kind = "attendance", .conditions = {{"meeting", SCR_IS, id, 0}}};
  const ScrQuery present
      = {.kind = "attendance",
         .conditions = {{"meeting", SCR_IS, id, 0}, {"state", SCR_IS, "attendance-state.present", 0}}};
  const ScrQuery substitutes
      = {.kind = "attendance",
         .conditions = {{"meeting", SCR_IS, id, 0}, {"state", SCR_IS, "attendance-state.substitute", 0}}};
  guint n = scr_source_count (source, &all);
  guint came = n > 0 ? scr_source_count (source, &present) + scr_source_count (source, &substitutes) : 0;

  if (came == 0)
    return NULL;
  /* TRANSLATORS: who came to a meeting, of whom something is noted. The plural goes by the second number. */
  return g_strdup_printf (ngettext ("%u of %u present", "%u of %u present", n), came, n);
}

static const char *
find_icon (ScrSource *source, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autoptr (ScrItem) choice
      = scr_kind_get_field (kind, "kind") != NULL ? scr_source_get_referred (source, item, "kind") : NULL;
  const char *icon = choice != NULL && strcmp (scr_item_get_kind (choice)->name, SCR_KIND_CHOICE) == 0
                         ? scr_item_get_text (choice, "icon")
                         : NULL;

  return g_intern_string (scr_icon_resolve (icon != NULL ? icon : kind->icon));
}

static void
show_state (GtkWidget *pill, ScrSource *source, ScrItem *item, const char *field, GString *spoken)
{
  g_autoptr (ScrItem) choice = scr_kind_get_field (scr_item_get_kind (item), field) != NULL
                                   ? scr_source_get_referred (source, item, field)
                                   : NULL;

  scr_choices_show_pill (pill, source, choice);
  if (choice != NULL)
    {
      g_autofree char *words = scr_format_title (NULL, source, choice);

      g_string_append_printf (spoken, ", %s", words);
    }
}

/* "Pack issued" may be what its state says already. */
static gboolean
say_the_same (GtkWidget *pill, GtkWidget *other)
{
  return gtk_widget_get_visible (other)
         && strcmp (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (pill))),
                    gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (other))))
                == 0;
}

static void
show_item (ScrMeetingRows *self, GtkListItem *cell, Parts *parts, ScrItem *item)
{
  ScrSource *source = scr_outline_face_get_source (SCR_OUTLINE_FACE (self));
  ScrDatedSort sort = find_sort (item);
  const char *day = scr_item_get_text (item, scr_dated_get_day_field (sort));
  g_autofree char *title = scr_format_title (NULL, source, item);
  g_autofree char *detail = dup_detail (source, item, sort);
  g_autofree char *attendance = sort == SCR_DATED_MEETINGS ? dup_attendance (source, item) : NULL;
  g_autofree char *full_day = day != NULL ? scr_format_day (NULL, day, SCR_DAY_FULL) : NULL;
  g_autoptr (GString) spoken = g_string_new (title);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (parts->states),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  scr_date_tile_set (parts->tile, day);
  gtk_label_set_text (GTK_LABEL (parts->title), title);
  gtk_label_set_text (GTK_LABEL (parts->detail), detail);
  gtk_widget_set_visible (parts->detail, *detail != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->symbol), find_icon (source, item));
  gtk_label_set_text (GTK_LABEL (parts->attendance), attendance != NULL ? attendance : "");
  gtk_widget_set_visible (parts->attendance, attendance != NULL);
  if (full_day != NULL)
    g_string_append_printf (spoken, ", %s", full_day);
  if (*detail != '\0')
    g_string_append_printf (spoken, ", %s", detail);
  if (attendance != NULL)
    g_string_append_printf (spoken, ", %s", attendance);
  show_state (parts->pack, source, item, "pack_state", spoken);
  show_state (parts->state, source, item, "state", spoken);
  if (say_the_same (parts->pack, parts->state))
    gtk_widget_set_visible (parts->pack, FALSE);
  g_string_replace (spoken, " · ", ", ", 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
scr_meeting_rows_show_cell (ScrOutlineFace *face, GtkListItem *cell)
{
  ScrMeetingRows *self = SCR_MEETING_ROWS (face);
  Parts *parts = get_parts (cell);
  GObject *object = gtk_list_item_get_item (cell);
  const ScrDatedRow *row
      = SCR_IS_DATED_MARK (object) ? scr_dated_mark_get_row (SCR_DATED_MARK (object)) : NULL;

  gtk_widget_set_visible (parts->heading, row != NULL && row->row == SCR_DATED_HEADING);
  gtk_widget_set_visible (parts->today, row != NULL && row->row == SCR_DATED_TODAY);
  gtk_widget_set_visible (parts->item, row == NULL);
  gtk_list_item_set_selectable (cell, row == NULL);
  gtk_list_item_set_activatable (cell, row == NULL);
  if (row == NULL)
    show_item (self, cell, parts, SCR_ITEM (object));
  else if (row->row == SCR_DATED_HEADING)
    show_heading (self, cell, parts, row);
  else
    show_today (cell, parts, row);
}

static gboolean
scr_meeting_rows_is_touched (ScrOutlineFace *face, GtkListItem *cell, ScrChange *change)
{
  GObject *object = gtk_list_item_get_item (cell);

  if (SCR_IS_DATED_MARK (object))
    return scr_change_touches_kind (change, scr_kind_find ("group"))
           || scr_change_touches_kind (change, scr_kind_find (SCR_KIND_CHOICE));
  return scr_change_touches_kind (change, scr_kind_find ("attendance"))
         || scr_titles_item_is_touched (SCR_ITEM (object), change);
}

/* --- Making rows --- */

static void
make_heading (Parts *parts)
{
  parts->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (parts->heading, "scr-dated-heading");
  parts->heading_title = scr_label_new_wrapping (NULL, "title-4");
  gtk_widget_set_hexpand (parts->heading_title, TRUE);
  parts->heading_count = gtk_label_new (NULL);
  gtk_widget_add_css_class (parts->heading_count, "scr-dim");
  gtk_widget_add_css_class (parts->heading_count, "numeric");
  gtk_box_append (GTK_BOX (parts->heading), parts->heading_title);
  gtk_box_append (GTK_BOX (parts->heading), parts->heading_count);
}

static GtkWidget *
make_pill (void)
{
  GtkWidget *pill = scr_pill_new ("", "", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  return pill;
}

static GtkWidget *
make_words (Parts *parts)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  parts->title = scr_label_new_wrapping (NULL, "heading");
  parts->detail = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_widget_add_css_class (parts->detail, "scr-dated-detail");
  gtk_box_append (GTK_BOX (words), parts->title);
  gtk_box_append (GTK_BOX (words), parts->detail);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
make_states (Parts *parts)
{
  GtkWidget *states = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  parts->attendance = gtk_label_new (NULL);
  gtk_widget_add_css_class (parts->attendance, "scr-dim");
  gtk_widget_add_css_class (parts->attendance, "scr-dated-detail");
  parts->pack = make_pill ();
  parts->state = make_pill ();
  gtk_box_append (GTK_BOX (states), parts->attendance);
  gtk_box_append (GTK_BOX (states), parts->pack);
  gtk_box_append (GTK_BOX (states), parts->state);
  gtk_widget_set_valign (states, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (states, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (parts->attendance), 0);
  gtk_widget_set_halign (parts->pack, GTK_ALIGN_START);
  gtk_widget_set_halign (parts->state, GTK_ALIGN_START);
  return states;
}

static void
make_item (Parts *parts)
{
  GtkWidget *fold = scr_fold_box_new (FOLD_WIDTH, 12, 6);

  parts->item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (parts->item, "scr-dated-item");
  parts->tile = scr_date_tile_new (NULL);
  parts->symbol = scr_symbol_new (NULL);
  gtk_widget_add_css_class (parts->symbol, "scr-dim");
  scr_fold_box_set_start (SCR_FOLD_BOX (fold), make_words (parts));
  parts->states = make_states (parts);
  scr_fold_box_set_end (SCR_FOLD_BOX (fold), parts->states);
  gtk_widget_set_hexpand (fold, TRUE);
  gtk_box_append (GTK_BOX (parts->item), parts->tile);
  gtk_box_append (GTK_BOX (parts->item), fold);
  gtk_box_append (GTK_BOX (parts->item), parts->symbol);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Parts *parts = g_new0 (Parts, 1);

  make_heading (parts);
  make_item (parts);
  parts->today = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (parts->today), TRUE);
  gtk_widget_add_css_class (parts->today, "scr-dated-today");
  gtk_box_append (GTK_BOX (box), parts->heading);
  gtk_box_append (GTK_BOX (box), parts->today);
  gtk_box_append (GTK_BOX (box), parts->item);
  g_object_set_data_full (G_OBJECT (box), "parts", parts, g_free);
  scr_outline_face_set_up_cell (self, cell, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  scr_outline_face_bind (self, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  scr_outline_face_unbind (self, cell);
}

static void
scr_meeting_rows_dispose (GObject *object)
{
  ScrMeetingRows *self = SCR_MEETING_ROWS (object);

  if (self->list != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
      self->list = NULL;
    }
  G_OBJECT_CLASS (scr_meeting_rows_parent_class)->dispose (object);
}

static void
scr_meeting_rows_class_init (ScrMeetingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_rows_dispose;
  SCR_OUTLINE_FACE_CLASS (klass)->show_cell = scr_meeting_rows_show_cell;
  SCR_OUTLINE_FACE_CLASS (klass)->is_touched = scr_meeting_rows_is_touched;
}

static void
scr_meeting_rows_init (ScrMeetingRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->list, "scr-dated");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Meetings"),
                                  -1);
  scr_outline_face_set_list (SCR_OUTLINE_FACE (self), self->list);
  gtk_widget_add_css_class (adw_bin_get_child (ADW_BIN (self)), "scr-dated-frame");
}

/**
 * scr_meeting_rows_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
scr_meeting_rows_new (void)
{
  return g_object_new (SCR_TYPE_MEETING_ROWS, NULL);
}

/**
 * scr_meeting_rows_set_model:
 * @self: a list
 * @store: (nullable): the record
 * @model: (nullable): a #ScrDatedList with what is selected
 */
void
scr_meeting_rows_set_model (ScrMeetingRows *self, ScrStore *store, GtkSelectionModel *model)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  scr_outline_face_set_store (SCR_OUTLINE_FACE (self), store);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
}

/**
 * scr_meeting_rows_set_narrow:
 * @self: a list
 * @narrow: whether one touch opens, as lists do on a small screen
 */
void
scr_meeting_rows_set_narrow (ScrMeetingRows *self, gboolean narrow)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), narrow);
  if (model == NULL)
    return;
  /* Rows are laid out otherwise. */
  g_object_ref (model);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
  g_object_unref (model);
}
