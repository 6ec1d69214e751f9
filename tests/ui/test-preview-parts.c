/* The parts of the preview that need no window: where pages lie, and which pictures are kept. */
#include <gdk/gdk.h>

#include "scr-page-layout.h"
#include "scr-texture-cache.h"

static const ScrPageSize sizes[] = {{595, 842}, {842, 595}, {595, 842}, {0, -5}, {595, 842}};

static void
test_layout_order (void)
{
  g_autoptr (ScrPageLayout) layout = scr_page_layout_new (sizes, G_N_ELEMENTS (sizes));

  for (double scale = 0.1; scale < 6; scale *= 1.7)
    {
      double bottom = 0;

      scr_page_layout_set_scale (layout, scale, 700);
      g_assert_cmpint (scr_page_layout_get_width (layout), >=, 700);
      for (guint page = 0; page < scr_page_layout_get_n_pages (layout); page++)
        {
          ScrPageArea area;

          scr_page_layout_get_page (layout, page, &area);
          g_assert_cmpfloat (area.y, ==, bottom + SCR_PAGE_LAYOUT_MARGIN);
          g_assert_cmpfloat (area.width, >=, 1);
          g_assert_cmpfloat (area.height, >=, 1);
          g_assert_cmpfloat (area.x, >=, SCR_PAGE_LAYOUT_MARGIN);
          g_assert_cmpfloat (area.x + area.width, <=,
                             scr_page_layout_get_width (layout) - SCR_PAGE_LAYOUT_MARGIN + 1);
          g_assert_cmpuint (scr_page_layout_page_at (layout, area.y), ==, page);
          g_assert_cmpuint (scr_page_layout_page_at (layout, area.y + area.height), ==, page);
          bottom = area.y + area.height;
        }
      g_assert_cmpint (scr_page_layout_get_height (layout), ==, (int)bottom + SCR_PAGE_LAYOUT_MARGIN);
    }
  g_assert_cmpuint (scr_page_layout_page_at (layout, -100), ==, 0);
  g_assert_cmpuint (scr_page_layout_page_at (layout, 1e9), ==, G_N_ELEMENTS (sizes) - 1);
}

static void
test_layout_fit (void)
{
  g_autoptr (ScrPageLayout) layout = scr_page_layout_new (sizes, G_N_ELEMENTS (sizes));
  double scale = scr_page_layout_fit_width (layout, 890);

  /* The widest page is 842 points, and 842 pixels are left between the margins. */
  g_assert_cmpfloat (scale, ==, 1);
  scr_page_layout_set_scale (layout, scale, 890);
  g_assert_cmpint (scr_page_layout_get_width (layout), ==, 890);
  g_assert_cmpfloat (scr_page_layout_fit_page (layout, 2000, 890), ==, 1);
  g_assert_cmpfloat (scr_page_layout_fit_page (layout, 469, 890), ==, 0.5);
  g_assert_cmpfloat (scr_page_layout_fit_width (layout, 0), >, 0);
}

static void
test_layout_main_page (void)
{
  static const ScrPageSize same[] = {{100, 100}, {100, 100}, {100, 100}, {100, 100}};
  g_autoptr (ScrPageLayout) layout = scr_page_layout_new (same, G_N_ELEMENTS (same));

  /* Pages begin at 24, 148, 272 and 396. */
  g_assert_cmpuint (scr_page_layout_main_page (layout, 0, 100), ==, 0);
  g_assert_cmpuint (scr_page_layout_main_page (layout, 80, 100), ==, 0);
  g_assert_cmpuint (scr_page_layout_main_page (layout, 100, 100), ==, 1);
  g_assert_cmpuint (scr_page_layout_main_page (layout, 0, 1000), ==, 0);
  g_assert_cmpuint (scr_page_layout_main_page (layout, 450, 100), ==, 3);
}

static void
test_layout_anchor (void)
{
  g_autoptr (ScrPageLayout) layout = scr_page_layout_new (sizes, G_N_ELEMENTS (sizes));
  g_autoptr (ScrPageLayout) shorter = scr_page_layout_new (sizes, 1);
  ScrPageAnchor anchor;
  double x, y;

  /* The same sizes: the same place, in a page and between two. */
  for (double at = 0; at < 3000; at += 7)
    {
      scr_page_layout_get_anchor (layout, 12, at, 30, 40, &anchor);
      scr_page_layout_find_anchor (layout, &anchor, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 12, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, at, 1e-6);
    }

  /* Other sizes: half-way down the third page is half-way down the third page. */
  scr_page_layout_get_anchor (layout, 0, 24 * 3 + 842 + 595 + 421, 0, 0, &anchor);
  g_assert_cmpuint (anchor.page, ==, 2);
  g_assert_cmpfloat_with_epsilon (anchor.down, 0.5, 1e-6);
  scr_page_layout_set_scale (layout, 2, 0);
  scr_page_layout_find_anchor (layout, &anchor, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 24 * 3 + 2 * (842 + 595 + 421), 1e-6);

  /* A page that is no more: the end. */
  scr_page_layout_find_anchor (shorter, &anchor, &x, &y);
  g_assert_cmpfloat (y, ==, 24 + 842);
}

static GdkTexture *
make_texture (int side)
{
  gsize length = (gsize)side * side * 4;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (length), length);

  return gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, (gsize)side * 4);
}

static void
test_cache (void)
{
  const gsize one = 100 * 100 * 4;
  ScrTextureCache *cache = scr_texture_cache_new (3 * one);
  g_autoptr (GdkTexture) large = make_texture (400);
  ScrTextureKey key = {1, 0, 100, 100, {0, 0, 100, 100}};
  GdkTexture *watched = NULL;

  for (key.page = 0; key.page < 10; key.page++)
    {
      g_autoptr (GdkTexture) texture = make_texture (100);

      scr_texture_cache_add (cache, &key, texture);
      g_assert_true (scr_texture_cache_look_up (cache, &key) == texture);
      g_assert_cmpuint (scr_texture_cache_get_size (cache), <=, 3 * one);
      if (key.page == 8)
        g_set_weak_pointer (&watched, texture);
    }

  /* 7, 8 and 9 are left; what was looked at lately stays longer. */
  key.page = 6;
  g_assert_null (scr_texture_cache_look_up (cache, &key));
  key.page = 7;
  g_assert_nonnull (scr_texture_cache_look_up (cache, &key));
  key.page = 20;
  {
    g_autoptr (GdkTexture) texture = make_texture (100);

    scr_texture_cache_add (cache, &key, texture);
    scr_texture_cache_add (cache, &key, texture);
  }
  g_assert_cmpuint (scr_texture_cache_get_size (cache), ==, 3 * one);
  g_assert_null (watched);
  key.page = 7;
  g_assert_nonnull (scr_texture_cache_look_up (cache, &key));
  key.piece.x = 1;
  g_assert_null (scr_texture_cache_look_up (cache, &key));
  key.piece.x = 0;

  scr_texture_cache_keep_version (cache, 2);
  g_assert_cmpuint (scr_texture_cache_get_size (cache), ==, 0);
  scr_texture_cache_add (cache, &key, large);
  g_assert_cmpuint (scr_texture_cache_get_size (cache), ==, 0);
  scr_texture_cache_free (cache);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/preview-parts/layout-order", test_layout_order);
  g_test_add_func ("/ui/preview-parts/layout-fit", test_layout_fit);
  g_test_add_func ("/ui/preview-parts/layout-main-page", test_layout_main_page);
  g_test_add_func ("/ui/preview-parts/layout-anchor", test_layout_anchor);
  g_test_add_func ("/ui/preview-parts/cache", test_cache);
  return g_test_run ();
}
