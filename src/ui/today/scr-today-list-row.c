/* ScrTodayListRow - one thing that needs attention. See the header. */
#include "config.h"

#include "scr-date-tile.h"
#include "scr-fold-box.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-pill.h"
#include "scr-today-list-row.h"

/* Under this width, in ems, the pill goes under the texts. */
#define FOLD_WIDTH 30

struct _ScrTodayListRow
{
  GtkListBoxRow parent_instance;

  ScrItem *item;
  char *summary; /* all that it shows, to tell whether it still shows the same */
  ScrTodayLook look;
  GtkWidget *symbol;
};

G_DEFINE_FINAL_TYPE (ScrTodayListRow, scr_today_list_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_summary (const ScrTodayRow *row)
{
  return g_strjoin ("\n", row->title, row->detail, row->day ? row->day : "", row->pill ? row->pill : "",
                    row->pill_icon ? row->pill_icon : "", row->tone ? row->tone : "", row->icon, NULL);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What it shows is said by the row's name: no need to hear of it twice. */
static GtkWidget *
new_image (const char *icon)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), scr_icon_resolve (icon));
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

static GtkWidget *
new_arrow (const char *icon)
{
  GtkWidget *arrow = new_image (icon);

  gtk_widget_add_css_class (arrow, "scr-dim");
  return arrow;
}

static GtkWidget *
new_symbol (const ScrTodayRow *row, ScrTodayLook look)
{
  GtkWidget *symbol = look == SCR_TODAY_LOOK_MEETING ? scr_date_tile_new (row->day) : new_image (row->icon);

  if (look == SCR_TODAY_LOOK_NEED)
    gtk_widget_add_css_class (symbol, "disc");
  /* The judgement of no evidence is drawn in the colour of what is late, the clock of a day in that of soon.
   */
  if (look == SCR_TODAY_LOOK_SMALL && g_str_has_prefix (row->icon, "scrutiny-judgement-0"))
    gtk_widget_add_css_class (symbol, "today-unknown");
  else if (look == SCR_TODAY_LOOK_SMALL
           && (g_str_has_prefix (row->icon, "alarm") || g_str_has_prefix (row->icon, "dialog-warning")))
    gtk_widget_add_css_class (symbol, "today-gap");
  return symbol;
}

/* A dim line breaks neither before its dots nor after a number: "8 July" stays together. */
static char *
dup_unbroken (const char *text)
{
  GString *unbroken = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == ' ' && ((at > text && g_ascii_isdigit (at[-1])) || g_str_has_prefix (at, " · ")))
      g_string_append (unbroken, "\u00a0");
    else
      g_string_append_c (unbroken, *at);
  return g_string_free (unbroken, FALSE);
}

static GtkWidget *
new_texts (const ScrTodayRow *row, ScrTodayLook look)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (texts), new_label (row->title, look == SCR_TODAY_LOOK_SMALL ? NULL : "heading"));
  if (*row->detail != '\0')
    {
      g_autofree char *unbroken = dup_unbroken (row->detail);
      GtkWidget *detail = new_label (unbroken, "today-detail");

      gtk_widget_add_css_class (detail, "scr-dim");
      gtk_box_append (GTK_BOX (texts), detail);
    }
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (texts, "today-texts");
  return texts;
}

static GtkWidget *
new_content (ScrTodayListRow *self, const ScrTodayRow *row)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *fold = scr_fold_box_new (FOLD_WIDTH, 12, 6);

  self->symbol = new_symbol (row, self->look);
  scr_fold_box_set_start (SCR_FOLD_BOX (fold), new_texts (row, self->look));
  if (row->pill != NULL)
    {
      GtkWidget *pill = scr_pill_new (row->pill_icon, row->pill, row->tone);

      gtk_widget_set_halign (pill, GTK_ALIGN_START);
      scr_fold_box_set_end (SCR_FOLD_BOX (fold), pill);
    }
  gtk_widget_set_hexpand (fold, TRUE);
  gtk_box_append (GTK_BOX (content), self->symbol);
  gtk_box_append (GTK_BOX (content), fold);
  gtk_box_append (GTK_BOX (content), new_arrow ("go-next-symbolic"));
  gtk_widget_add_css_class (content, self->look == SCR_TODAY_LOOK_SMALL ? "today-small-row" : "today-row");
  return content;
}

/* "Partnership Board, Wednesday 19 June 2019, Bexley, 2 papers missing", for screen readers. */
static char *
dup_spoken (const ScrTodayRow *row, ScrTodayLook look)
{
  g_autoptr (GString) spoken = g_string_new (row->title);

  if (look == SCR_TODAY_LOOK_MEETING && row->day != NULL)
    {
      g_autofree char *day = scr_format_day (NULL, row->day, SCR_DAY_FULL);

      g_string_append_printf (spoken, ", %s", day);
    }
  if (row->pill != NULL)
    g_string_append_printf (spoken, ", %s", row->pill);
  if (*row->detail != '\0')
    g_string_append_printf (spoken, ", %s", row->detail);
  g_string_replace (spoken, " · ", ", ", 0);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static void
name_row (GtkWidget *row, const char *spoken)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  /* On the child, where the accessibility bus looks, and on the row, which has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
scr_today_list_row_finalize (GObject *object)
{
  ScrTodayListRow *self = SCR_TODAY_LIST_ROW (object);

  g_clear_object (&self->item);
  g_free (self->summary);
  G_OBJECT_CLASS (scr_today_list_row_parent_class)->finalize (object);
}

static void
scr_today_list_row_class_init (ScrTodayListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_today_list_row_finalize;
}

static void
scr_today_list_row_init (ScrTodayListRow *self)
{
}

/**
 * scr_today_list_row_new:
 * @row: what to show; it is copied
 * @look: how
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
scr_today_list_row_new (const ScrTodayRow *row, ScrTodayLook look)
{
  ScrTodayListRow *self = g_object_new (SCR_TYPE_TODAY_LIST_ROW, NULL);
  g_autofree char *spoken = dup_spoken (row, look);

  self->item = g_object_ref (row->item);
  self->summary = dup_summary (row);
  self->look = look;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), new_content (self, row));
  name_row (GTK_WIDGET (self), spoken);
  return GTK_WIDGET (self);
}

/**
 * scr_today_list_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the thing that it tells of
 */
ScrItem *
scr_today_list_row_get_item (ScrTodayListRow *self)
{
  g_return_val_if_fail (SCR_IS_TODAY_LIST_ROW (self), NULL);
  return self->item;
}

/**
 * scr_today_list_row_shows:
 * @self: a row
 * @row: something to show
 *
 * Returns: whether it shows exactly that already
 */
gboolean
scr_today_list_row_shows (ScrTodayListRow *self, const ScrTodayRow *row)
{
  g_autofree char *summary = dup_summary (row);

  return self->item == row->item && g_str_equal (self->summary, summary);
}

/**
 * scr_today_list_row_set_compact:
 * @self: a row
 * @compact: whether to leave out what only adorns it
 */
void
scr_today_list_row_set_compact (ScrTodayListRow *self, gboolean compact)
{
  gtk_widget_set_visible (self->symbol, !compact || self->look != SCR_TODAY_LOOK_NEED);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}

/**
 * scr_today_more_row_new:
 * @text: what it leads to, translated
 * @icon: symbol behind it: where it leads
 * @indent: px before it, so that it stands under the other rows' texts
 *
 * Returns: (transfer floating): a row that leads to what a list does not show
 */
GtkWidget *
scr_today_more_row_new (const char *text, const char *icon, int indent)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_label (text, "today-more");

  gtk_widget_set_margin_start (label, indent);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), new_arrow (icon));
  gtk_widget_add_css_class (content, "today-small-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  name_row (row, text);
  return row;
}
