/* ScrPreview - driven with real files: pages, keys, zoom, search, new versions, bad files; then finalised. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "preview-fixture.h"

static void
test_empty (PreviewFixture *f, gconstpointer data)
{
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 0);
  g_assert_cmpuint (scr_preview_get_n_pages (f->preview), ==, 0);
  g_assert_null (scr_preview_get_file (f->preview));
  scr_preview_set_page (f->preview, 3);
  scr_preview_set_file (f->preview, NULL);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 0);
  g_assert_null (scr_preview_get_message (f->preview));
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  ++*count;
}

static void
test_pages (PreviewFixture *f, gconstpointer data)
{
  GtkWidget *entry = preview_find (GTK_WIDGET (f->preview), GTK_TYPE_ENTRY);
  guint told = 0;

  g_signal_connect (f->preview, "notify::n-pages", G_CALLBACK (on_notify), &told);
  preview_open_pages (f, "five.pdf", 5);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (f->preview), "preview.next-page", NULL);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 2);
  scr_preview_set_page (f->preview, 4);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (f->preview), "preview.previous-page", NULL);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 3);
  scr_preview_set_page (f->preview, 99);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 5);

  WAIT_UNTIL (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "5"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2");
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "2"));
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "two");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2");

  scr_preview_set_file (f->preview, NULL);
  g_assert_cmpuint (scr_preview_get_n_pages (f->preview), ==, 0);
}

static void
test_keys (PreviewFixture *f, gconstpointer data)
{
  double value, last;

  preview_open_pages (f, "five.pdf", 5);
  g_assert_cmpfloat (preview_get_value (f), ==, 0);
  preview_press (f->view, "Down");
  g_assert_cmpfloat (preview_get_value (f), >, 0);
  preview_press (f->view, "Up");
  g_assert_cmpfloat (preview_get_value (f), ==, 0);
  preview_press (f->view, "Page_Down");
  value = preview_get_value (f);
  g_assert_cmpfloat (value, >, 300);
  preview_press (f->view, "Page_Up");
  g_assert_cmpfloat (preview_get_value (f), ==, 0);
  preview_press (f->view, "End");
  last = preview_get_value (f);
  g_assert_cmpfloat (last, >, value);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 5);
  preview_press (f->view, "Down");
  g_assert_cmpfloat (preview_get_value (f), ==, last);
  preview_press (f->view, "Home");
  g_assert_cmpfloat (preview_get_value (f), ==, 0);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 1);
  preview_press (f->preview, "<Control>Page_Down");
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 2);
  preview_press (f->preview, "<Control>Page_Up");
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 1);

  /* Scrolling, too, tells which page one is on. */
  for (guint i = 0; i < 5; i++)
    preview_press (f->view, "Page_Down");
  WAIT_UNTIL (scr_preview_get_page (f->preview) > 1);
}

static void
test_zoom (PreviewFixture *f, gconstpointer data)
{
  GtkAdjustment *across, *down;
  double fitting, middle;

  preview_open_pages (f, "five.pdf", 5);
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->view));
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->view));
  fitting = scr_page_view_get_zoom (f->view);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, gtk_adjustment_get_page_size (across));

  preview_press (f->preview, "<Control>0");
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  g_assert_cmpfloat (scr_page_view_get_zoom (f->view), ==, 1);
  preview_press (f->preview, "<Control>plus");
  g_assert_cmpfloat_with_epsilon (scr_page_view_get_zoom (f->view), 1.1, 0.001);
  preview_press (f->preview, "<Control>minus");
  preview_press (f->preview, "<Control>minus");
  g_assert_cmpfloat_with_epsilon (scr_page_view_get_zoom (f->view), 0.9, 0.001);

  /* What is in the middle stays there. A page this large is drawn in tiles. */
  scr_preview_set_page (f->preview, 3);
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  middle
      = (preview_get_value (f) + gtk_adjustment_get_page_size (down) / 2) / gtk_adjustment_get_upper (down);
  gtk_widget_activate_action (GTK_WIDGET (f->preview), "preview.zoom-to", "s", "500");
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  g_assert_cmpfloat (scr_page_view_get_zoom (f->view), ==, 5);
  g_assert_cmpfloat_with_epsilon ((preview_get_value (f) + gtk_adjustment_get_page_size (down) / 2)
                                      / gtk_adjustment_get_upper (down),
                                  middle, 0.02);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 3);
  preview_press (f->preview, "<Control>plus");
  g_assert_cmpfloat (scr_page_view_get_zoom (f->view), ==, 5);

  gtk_widget_activate_action (GTK_WIDGET (f->preview), "preview.zoom-to", "s", "fit-page");
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  g_assert_cmpfloat (scr_page_view_get_zoom (f->view), <, fitting);
  gtk_widget_activate_action (GTK_WIDGET (f->preview), "preview.zoom-to", "s", "fit-width");
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  g_assert_cmpfloat (scr_page_view_get_zoom (f->view), ==, fitting);
}

static guint
count_pictures (PreviewFixture *f)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
test_long (PreviewFixture *f, gconstpointer data)
{
  GtkAdjustment *down;

  preview_open_pages (f, "long.pdf", 300);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->view));
  g_assert_cmpuint (count_pictures (f), <=, 4);

  /* Far faster than pages can be drawn: what is passed by is dropped, and only what is in sight is kept. */
  for (guint i = 0; i <= 600; i++)
    {
      gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) * i / 600);
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (count_pictures (f), <=, 4);
    }
  WAIT_UNTIL (scr_preview_is_ready (f->preview) && scr_preview_get_page (f->preview) == 300);

  /* Slowly, so that each is drawn: the pictures kept have a limit. */
  for (guint page = 1; page <= 60; page++)
    {
      scr_preview_set_page (f->preview, page);
      WAIT_UNTIL (scr_preview_is_ready (f->preview));
      g_assert_false (scr_page_picture_is_blank (scr_page_view_get_picture (f->view, page - 1)));
    }
}

static const char *
get_count (PreviewFixture *f)
{
  GtkWidget *entry = preview_find (GTK_WIDGET (f->preview), GTK_TYPE_SEARCH_ENTRY);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (entry)));
}

static void
test_search (PreviewFixture *f, gconstpointer data)
{
  GtkWidget *entry = preview_find (GTK_WIDGET (f->preview), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *count = gtk_widget_get_next_sibling (entry);

  preview_open_pages (f, "five.pdf", 5);
  scr_preview_set_page (f->preview, 3);
  g_assert_false (gtk_widget_get_visible (count));

  /* Five pages with two each; those of the page one is on come first, whatever the case. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "DIFFERENCE");
  WAIT_UNTIL (g_str_equal (get_count (f), "5 of 10"));
  g_assert_true (gtk_widget_get_visible (count));
  preview_press (f->preview, "F3");
  g_assert_cmpstr (get_count (f), ==, "6 of 10");
  preview_press (f->preview, "<Control>g");
  g_assert_cmpstr (get_count (f), ==, "7 of 10");
  WAIT_UNTIL (scr_preview_get_page (f->preview) == 4);
  preview_press (f->preview, "<Shift>F3");
  preview_press (f->preview, "<Shift>F3");
  preview_press (f->preview, "<Shift>F3");
  g_assert_cmpstr (get_count (f), ==, "4 of 10");
  WAIT_UNTIL (scr_preview_get_page (f->preview) == 2);
  for (guint i = 0; i < 7; i++)
    preview_press (f->preview, "F3");
  g_assert_cmpstr (get_count (f), ==, "1 of 10");

  gtk_editable_set_text (GTK_EDITABLE (entry), "no such word");
  WAIT_UNTIL (g_str_equal (get_count (f), "not found"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "part 4");
  WAIT_UNTIL (g_str_equal (get_count (f), "1 of 1"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_widget_get_visible (count));
}

/* A search in a long file that is given up amid its work, by other words, another file, and the end. */
static void
test_search_given_up (PreviewFixture *f, gconstpointer data)
{
  GtkWidget *entry = preview_find (GTK_WIDGET (f->preview), GTK_TYPE_SEARCH_ENTRY);

  preview_open_pages (f, "long.pdf", 120);
  gtk_editable_set_text (GTK_EDITABLE (entry), "changed");
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (g_str_has_prefix (get_count (f), "1 of "));
  gtk_editable_set_text (GTK_EDITABLE (entry), "difference");
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (g_str_equal (get_count (f), "1 of 240"));
  preview_open_pages (f, "short.pdf", 2);
  WAIT_UNTIL (g_str_equal (get_count (f), "1 of 4"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "page");
  g_signal_emit_by_name (entry, "activate");
}

static void
test_new_version (PreviewFixture *f, gconstpointer data)
{
  g_autofree char *next = NULL;
  ScrPagePicture *picture;
  double value;

  preview_open_pages (f, "report.pdf", 8);
  scr_preview_set_page (f->preview, 5);
  preview_press (f->view, "Down");
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  value = preview_get_value (f);
  picture = scr_page_view_get_picture (f->view, 4);
  g_assert_nonnull (picture);

  /* The same path, other content: page and place stay, and never is there nothing. */
  next = preview_files_make (f->folder, "next.pdf", 7, "Quite other words.");
  g_assert_cmpint (g_rename (next, scr_preview_get_file (f->preview)), ==, 0);
  scr_preview_set_busy (f->preview, TRUE);
  scr_preview_set_file (f->preview, scr_preview_get_file (f->preview));
  while (scr_preview_get_n_pages (f->preview) != 7 || !scr_preview_is_ready (f->preview))
    {
      g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 5);
      g_assert_true (scr_page_view_get_picture (f->view, 4) == picture);
      g_assert_false (scr_page_picture_is_blank (picture));
      g_main_context_iteration (NULL, FALSE);
    }
  scr_preview_set_busy (f->preview, FALSE);
  g_assert_cmpfloat (preview_get_value (f), ==, value);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 5);

  /* A version without that page: the last one. */
  preview_open_pages (f, "shorter.pdf", 2);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 2);

  /* Several at once: only the last one counts. */
  for (guint n = 1; n <= 4; n++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", n);
      g_autofree char *path = preview_files_make (f->folder, name, n, WORDS);

      scr_preview_set_file (f->preview, path);
    }
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
  g_assert_cmpuint (scr_preview_get_n_pages (f->preview), ==, 4);
}

static void
expect_message (PreviewFixture *f, const char *path, const char *explanation)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (preview_find (GTK_WIDGET (f->preview), ADW_TYPE_STATUS_PAGE));

  scr_preview_set_file (f->preview, NULL);
  g_assert_null (scr_preview_get_message (f->preview));
  scr_preview_set_file (f->preview, path);
  WAIT_UNTIL (scr_preview_get_message (f->preview) != NULL);
  g_assert_cmpstr (scr_preview_get_message (f->preview), ==, "The PDF Cannot Be Shown");
  g_assert_cmpstr (adw_status_page_get_description (page), ==, explanation);
  g_assert_cmpuint (scr_preview_get_n_pages (f->preview), ==, 0);
}

static void
test_bad_files (PreviewFixture *f, gconstpointer data)
{
  g_autofree char *good = preview_files_make (f->folder, "good.pdf", 3, WORDS);
  g_autofree char *missing = g_build_filename (f->folder, "missing.pdf", NULL);
  g_autofree char *empty = preview_files_make_bytes (f->folder, "empty.pdf", "", 0);
  g_autofree char *text = preview_files_make_bytes (f->folder, "text.pdf", "This is no PDF.\n", -1);
  g_autofree char *half = NULL, *flipped = NULL, *bytes = NULL;
  gsize length;

  expect_message (f, empty, "The file is damaged, or it is not a PDF.");
  expect_message (f, text, "The file is damaged, or it is not a PDF.");
  expect_message (f, missing, "The PDF file is no longer there.");
  expect_message (f, f->folder, "The PDF file cannot be read: Is a directory.");

  /* Cut short or altered, poppler may still find something: whatever it does, nothing breaks. */
  g_assert_true (g_file_get_contents (good, &bytes, &length, NULL));
  half = preview_files_make_bytes (f->folder, "half.pdf", bytes, (gssize)length / 2);
  for (gsize i = 100; i < length; i += 97)
    bytes[i] ^= 0x55;
  flipped = preview_files_make_bytes (f->folder, "flipped.pdf", bytes, (gssize)length);
  scr_preview_set_file (f->preview, half);
  WAIT_UNTIL (scr_preview_get_message (f->preview) != NULL || scr_preview_is_ready (f->preview));
  scr_preview_set_file (f->preview, NULL);
  scr_preview_set_file (f->preview, flipped);
  WAIT_UNTIL (scr_preview_get_message (f->preview) != NULL || scr_preview_is_ready (f->preview));

  /* A good one takes the message's place. */
  scr_preview_set_file (f->preview, good);
  WAIT_UNTIL (scr_preview_is_ready (f->preview) && scr_preview_get_n_pages (f->preview) == 3);
  g_assert_null (scr_preview_get_message (f->preview));

  scr_preview_show_message (f->preview, "Nothing Yet", "Choose <what> to include & wait.");
  g_assert_cmpstr (scr_preview_get_message (f->preview), ==, "Nothing Yet");
  scr_preview_set_file (f->preview, good);
  WAIT_UNTIL (scr_preview_is_ready (f->preview));
}

static void
test_encrypted (PreviewFixture *f, gconstpointer data)
{
  g_autofree char *good = preview_files_make (f->folder, "good.pdf", 1, WORDS);
  g_autofree char *locked = g_build_filename (f->folder, "locked.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("qpdf --encrypt secret secret 256 -- '%s' '%s'", good, locked);

  if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL))
    {
      g_test_skip ("needs qpdf");
      return;
    }
  expect_message (f, locked, "This PDF is protected by a password.");
}

static void
test_sidebar (PreviewFixture *f, gconstpointer data)
{
  GtkWidget *list = preview_find (GTK_WIDGET (f->preview), GTK_TYPE_LIST_VIEW);
  GtkWidget *stack = gtk_widget_get_ancestor (list, GTK_TYPE_STACK);
  GtkWidget *outline;
  GtkSelectionModel *model;

  preview_open_pages (f, "eleven.pdf", 11);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 11);
  scr_preview_set_page (f->preview, 4);
  WAIT_UNTIL (gtk_selection_model_is_selected (model, 3));
  gtk_selection_model_select_item (model, 8, TRUE);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 9);

  /* Headings: 1, with 2 to 5 below it; 6, with 7 to 10; 11. */
  outline = preview_find (gtk_stack_get_child_by_name (GTK_STACK (stack), "outline"), GTK_TYPE_LIST_VIEW);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (outline));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 11);
  g_signal_emit_by_name (outline, "activate", 6);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 7);

  /* A version with the same headings keeps the list; with other headings it has another. */
  preview_open_pages (f, "same.pdf", 11);
  g_assert_true (gtk_list_view_get_model (GTK_LIST_VIEW (outline)) == model);
  g_signal_emit_by_name (outline, "activate", 7);
  g_assert_cmpuint (scr_preview_get_page (f->preview), ==, 8);
  preview_open_pages (f, "twelve.pdf", 12);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (outline));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 12);

  g_assert_true (scr_preview_get_show_sidebar (f->preview));
  scr_preview_set_show_sidebar (f->preview, FALSE);
  g_assert_false (scr_preview_get_show_sidebar (f->preview));
  scr_preview_set_file (f->preview, NULL);
  g_assert_null (gtk_list_view_get_model (GTK_LIST_VIEW (outline)));
}

/* Every control has a name, and says what it does when pointed at. */
static void
check_names (GtkWidget *widget)
{
  static GType (*const controls[]) (void)
      = {gtk_button_get_type, gtk_menu_button_get_type, gtk_entry_get_type, gtk_search_entry_get_type};
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  gboolean is_control = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    is_control = is_control || G_TYPE_CHECK_INSTANCE_TYPE (widget, controls[i]());
  if (is_control)
    {
      g_test_message ("%s “%s”", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_tooltip_text (widget));
      g_assert_true (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
    }
  if (GTK_IS_LIST_VIEW (widget) || SCR_IS_PAGE_VIEW (widget) || SCR_IS_PAGE_PICTURE (widget)
      || SCR_IS_PREVIEW (widget))
    g_assert_true (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL));
  if (!is_control)
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      check_names (child);
}

static void
test_accessible (PreviewFixture *f, gconstpointer data)
{
  GtkAccessible *picture;

  preview_open_pages (f, "five.pdf", 5);
  check_names (GTK_WIDGET (f->preview));
  scr_preview_set_page (f->preview, 3);
  picture = GTK_ACCESSIBLE (scr_page_view_get_picture (f->view, 2));
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 3 of 5");
  WAIT_UNTIL (scr_page_picture_get_excerpt (SCR_PAGE_PICTURE (picture)) != NULL);
  g_assert_true (g_str_has_prefix (scr_page_picture_get_excerpt (SCR_PAGE_PICTURE (picture)),
                                   "3. Findings of part 3 What difference"));
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       scr_page_picture_get_excerpt (SCR_PAGE_PICTURE (picture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 3 of 5");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       scr_page_picture_get_excerpt (SCR_PAGE_PICTURE (picture)));
}

/* Closed at any moment, also while it opens and draws. */
static void
test_closed_early (PreviewFixture *f, gconstpointer data)
{
  g_autofree char *path = preview_files_make (f->folder, "forty.pdf", 40, WORDS);

  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *preview = g_object_ref_sink (scr_preview_new ());

      gtk_window_set_child (GTK_WINDOW (window), preview);
      gtk_window_present (GTK_WINDOW (window));
      scr_preview_set_file (SCR_PREVIEW (preview), path);
      for (guint j = 0; j < i * 20; j++)
        g_main_context_iteration (NULL, FALSE);
      gtk_window_set_child (GTK_WINDOW (window), NULL);
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (preview);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(path, func) g_test_add (path, PreviewFixture, NULL, preview_set_up, func, preview_tear_down)
  ADD ("/ui/preview/empty", test_empty);
  ADD ("/ui/preview/pages", test_pages);
  ADD ("/ui/preview/keys", test_keys);
  ADD ("/ui/preview/zoom", test_zoom);
  ADD ("/ui/preview/long", test_long);
  ADD ("/ui/preview/search", test_search);
  ADD ("/ui/preview/search-given-up", test_search_given_up);
  ADD ("/ui/preview/new-version", test_new_version);
  ADD ("/ui/preview/bad-files", test_bad_files);
  ADD ("/ui/preview/encrypted", test_encrypted);
  ADD ("/ui/preview/sidebar", test_sidebar);
  ADD ("/ui/preview/accessible", test_accessible);
  ADD ("/ui/preview/closed-early", test_closed_early);
  return g_test_run ();
}
