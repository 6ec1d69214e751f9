/* The days on which something on the map changes. See the header. */
#include "config.h"

#include "scr-map-days.h"

#include "scr-format.h"

#include <string.h>

/* How many things of the weightiest sort a label names; more are counted. */
#define MAX_NAMED 2

/* What changes on one day, while it is gathered. */
typedef struct
{
  GPtrArray *heads[SCR_MAP_DAY_TERM]; /* (element-type utf8): short words, by sort */
  GPtrArray *lines;                   /* (element-type utf8) */
  guint terms_begin, terms_end;
  guint links_begin, links_end;
} Gathered;

typedef struct
{
  const ScrLanguage *language;
  ScrSource *source;
  const char *partnership; /* (nullable) */
  GHashTable *days;        /* day to Gathered */
} Maker;

static Gathered *
gathered_new (void)
{
  Gathered *self = g_new0 (Gathered, 1);

  for (guint i = 0; i < SCR_MAP_DAY_TERM; i++)
    self->heads[i] = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
gathered_free (gpointer data)
{
  Gathered *self = data;

  for (guint i = 0; i < SCR_MAP_DAY_TERM; i++)
    g_ptr_array_unref (self->heads[i]);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static Gathered *
get_day (Maker *maker, const char *day)
{
  Gathered *gathered = g_hash_table_lookup (maker->days, day);

  if (gathered == NULL)
    {
      gathered = gathered_new ();
      g_hash_table_insert (maker->days, g_strdup (day), gathered);
    }
  return gathered;
}

static GPtrArray *
list (Maker *maker, const char *kind)
{
  const gboolean in_order = strcmp (kind, "link") != 0; /* links are only counted */
  const ScrQuery query = {.kind = kind, .partnership = maker->partnership, .order = in_order ? NULL : ""};

  return scr_source_list (maker->source, &query);
}

/* An item's title; among all partnerships, with its own. */
static char *
name_in_full (Maker *maker, ScrItem *item)
{
  char *title = scr_format_title (maker->language, maker->source, item);
  g_autofree char *place = NULL;
  g_autofree char *plain = NULL;

  if (maker->partnership != NULL || strcmp (scr_item_get_kind (item)->name, "partnership") == 0)
    return title;
  place = scr_format_partnership (maker->language, maker->source, item);
  if (place == NULL)
    return title;
  plain = title;
  /* TRANSLATORS: a title and the partnership it belongs to: "Partnership Board (Bexley)". */
  return g_strdup_printf (scr_tr_context (maker->language, "title and partnership", "%s (%s)"), plain, place);
}

/* Takes both: the words for the label, and those for the list. */
static void
add_head (Maker *maker, const char *day, ScrMapDaySort sort, char *head, char *line)
{
  Gathered *gathered = get_day (maker, day);

  g_ptr_array_add (gathered->heads[sort], head);
  g_ptr_array_add (gathered->lines, line);
}

/* --- Arrangements --- */

static void add_arrangement_day (Maker *maker, const char *day, const char *words, const char *name)
    G_GNUC_PRINTF (3, 0);

/* @words name who it is about by "%s". */
static void
add_arrangement_day (Maker *maker, const char *day, const char *words, const char *name)
{
  GString *text = g_string_new (words);

  g_string_replace (text, "%s", name, 1);
  add_head (maker, day, SCR_MAP_DAY_ARRANGEMENT, g_strdup (text->str), g_strdup (text->str));
  g_string_free (text, TRUE);
}

/* What happened, or else what is due. The day of publication is left out where it is that of the beginning.
 */
static void
add_arrangement (Maker *maker, ScrItem *arrangement)
{
  const ScrLanguage *language = maker->language;
  const char *due = scr_item_get_text (arrangement, "effective_due");
  const char *effective = scr_item_get_text (arrangement, "effective");
  const char *publish_due = scr_item_get_text (arrangement, "publish_due");
  const char *published = scr_item_get_text (arrangement, "published");
  const char *ended = scr_item_get_text (arrangement, "ended");
  const char *begins = effective != NULL ? effective : due;
  g_autofree char *name = scr_format_partnership (language, maker->source, arrangement);

  if (name == NULL)
    name = scr_format_title (language, maker->source, arrangement);
  if (effective != NULL)
    /* TRANSLATORS: %s is a partnership, such as "Bexley". */
    add_arrangement_day (maker, effective, scr_tr (language, "%s begins"), name);
  else if (due != NULL)
    /* TRANSLATORS: %s is a partnership whose arrangement is due to be in force from this day. */
    add_arrangement_day (maker, due, scr_tr (language, "%s due in force"), name);
  if (published != NULL && g_strcmp0 (published, begins) != 0)
    /* TRANSLATORS: %s is a partnership whose arrangement was published. */
    add_arrangement_day (maker, published, scr_tr (language, "%s published"), name);
  else if (published == NULL && effective == NULL && publish_due != NULL
           && g_strcmp0 (publish_due, begins) != 0)
    /* TRANSLATORS: %s is a partnership whose arrangement is due to be published. */
    add_arrangement_day (maker, publish_due, scr_tr (language, "%s due to publish"), name);
  if (ended != NULL)
    /* TRANSLATORS: %s is a partnership, such as "Bexley". */
    add_arrangement_day (maker, ended, scr_tr (language, "%s ends"), name);
}

/* --- Organisations and groups --- */

static void
add_card (Maker *maker, ScrItem *card)
{
  const ScrLanguage *language = maker->language;
  const char *from = scr_item_get_text (card, "from");
  const char *until = scr_item_get_text (card, "until");
  g_autoptr (ScrItem) before = NULL;
  g_autofree char *title = NULL;
  g_autofree char *full = NULL;
  g_autofree char *old = NULL;

  if (from == NULL && until == NULL)
    return;
  title = scr_format_title (language, maker->source, card);
  full = name_in_full (maker, card);
  before = scr_source_get_referred (maker->source, card, "succeeds");
  if (from != NULL && before != NULL)
    {
      old = scr_format_title (language, maker->source, before);
      add_head (maker, from, SCR_MAP_DAY_SUCCESSION,
                /* TRANSLATORS: the new and the old: "Safeguarding Partnership follows Safeguarding Board" */
                g_strdup_printf (scr_tr (language, "%s follows %s"), title, old),
                g_strdup_printf (scr_tr (language, "%s follows %s"), full, old));
    }
  else if (from != NULL)
    add_head (maker, from, SCR_MAP_DAY_CARD, g_strdup_printf (scr_tr (language, "%s begins"), title),
              g_strdup_printf (scr_tr (language, "%s begins"), full));
  if (until != NULL)
    add_head (maker, until, SCR_MAP_DAY_CARD, g_strdup_printf (scr_tr (language, "%s ends"), title),
              g_strdup_printf (scr_tr (language, "%s ends"), full));
}

/* --- Terms and links --- */

static void
add_term (Maker *maker, ScrItem *appointment)
{
  const char *from = scr_item_get_text (appointment, "from");
  const char *until = scr_item_get_text (appointment, "until");
  g_autofree char *full = NULL;

  if (from == NULL && until == NULL)
    return;
  full = name_in_full (maker, appointment);
  if (from != NULL)
    {
      get_day (maker, from)->terms_begin++;
      g_ptr_array_add (get_day (maker, from)->lines,
                       /* TRANSLATORS: %s is an appointment's title, such as "Independent chair". */
                       g_strdup_printf (scr_tr (maker->language, "Term begins: %s"), full));
    }
  if (until != NULL)
    {
      get_day (maker, until)->terms_end++;
      g_ptr_array_add (get_day (maker, until)->lines,
                       /* TRANSLATORS: %s is an appointment's title, such as "Independent chair". */
                       g_strdup_printf (scr_tr (maker->language, "Term ends: %s"), full));
    }
}

static void
add_link (Maker *maker, ScrItem *link)
{
  const char *from = scr_item_get_text (link, "from");
  const char *until = scr_item_get_text (link, "until");

  if (from != NULL)
    get_day (maker, from)->links_begin++;
  if (until != NULL)
    get_day (maker, until)->links_end++;
}

/* --- In words --- */

static char *
count_terms (Maker *maker, guint n, gboolean begin)
{
  const ScrLanguage *language = maker->language;

  if (begin)
    return n == 1 ? g_strdup (scr_tr (language, "Term begins"))
                  : g_strdup_printf (scr_tr_plural (language, "%u term begins", "%u terms begin", n), n);
  return n == 1 ? g_strdup (scr_tr (language, "Term ends"))
                : g_strdup_printf (scr_tr_plural (language, "%u term ends", "%u terms end", n), n);
}

static char *
count_links (Maker *maker, guint n, gboolean begin)
{
  if (begin)
    return g_strdup_printf (scr_tr_plural (maker->language, "%u link begins", "%u links begin", n), n);
  return g_strdup_printf (scr_tr_plural (maker->language, "%u link ends", "%u links end", n), n);
}

/* Two parts of a label; either may be NULL. Takes both. */
static char *
join (char *first, char *second)
{
  g_autofree char *left = first;
  g_autofree char *right = second;

  if (left == NULL || right == NULL)
    return left != NULL ? g_steal_pointer (&left) : g_steal_pointer (&right);
  return g_strdup_printf ("%s · %s", left, right);
}

static char *
join_heads (Maker *maker, GPtrArray *heads)
{
  guint more = heads->len > MAX_NAMED ? heads->len - 1 : 0;
  char *label = g_strdup (g_ptr_array_index (heads, 0));

  if (more > 0)
    return join (label, g_strdup_printf (scr_tr_plural (maker->language, "%u more", "%u more", more), more));
  for (guint i = 1; i < heads->len; i++)
    label = join (label, g_strdup (g_ptr_array_index (heads, i)));
  return label;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static char *
make_label (Maker *maker, Gathered *gathered, ScrMapDaySort *sort)
{
  for (guint i = 0; i < SCR_MAP_DAY_TERM; i++)
    if (gathered->heads[i]->len > 0)
      {
        *sort = i;
        g_ptr_array_sort (gathered->heads[i], compare_words);
        return join_heads (maker, gathered->heads[i]);
      }
  *sort = SCR_MAP_DAY_TERM;
  if (gathered->terms_begin > 0 || gathered->terms_end > 0)
    return join (gathered->terms_end > 0 ? count_terms (maker, gathered->terms_end, FALSE) : NULL,
                 gathered->terms_begin > 0 ? count_terms (maker, gathered->terms_begin, TRUE) : NULL);
  *sort = SCR_MAP_DAY_LINK;
  return join (gathered->links_end > 0 ? count_links (maker, gathered->links_end, FALSE) : NULL,
               gathered->links_begin > 0 ? count_links (maker, gathered->links_begin, TRUE) : NULL);
}

static ScrMapDay *
make_day (Maker *maker, const char *day, Gathered *gathered)
{
  ScrMapDay *self = g_new0 (ScrMapDay, 1);
  GPtrArray *lines = gathered->lines;

  self->day = g_strdup (day);
  self->label = make_label (maker, gathered, &self->sort);
  self->n_changes = lines->len + gathered->links_begin + gathered->links_end;
  if (gathered->links_end > 0)
    g_ptr_array_add (lines, count_links (maker, gathered->links_end, FALSE));
  if (gathered->links_begin > 0)
    g_ptr_array_add (lines, count_links (maker, gathered->links_begin, TRUE));
  g_ptr_array_add (lines, NULL);
  self->detail = g_strjoinv ("\n", (char **)lines->pdata);
  return self;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ScrMapDay *const *)a)->day, (*(const ScrMapDay *const *)b)->day);
}

static void
add_all (Maker *maker, const char *kind, void (*add) (Maker *, ScrItem *))
{
  g_autoptr (GPtrArray) items = list (maker, kind);

  for (guint i = 0; i < items->len; i++)
    add (maker, g_ptr_array_index (items, i));
}

/**
 * scr_map_days_new:
 * @language: (nullable): language of the words
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 *
 * Returns: (transfer full) (element-type ScrMapDay): the days on which something on the map changes,
 * ascending; frees its elements
 */
GPtrArray *
scr_map_days_new (const ScrLanguage *language, ScrSource *source, const char *partnership)
{
  g_autoptr (GHashTable) gathered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, gathered_free);
  Maker maker = {.language = language, .source = source, .partnership = partnership, .days = gathered};
  GPtrArray *days;
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (SCR_IS_SOURCE (source), NULL);
  /* In this order their lines are read. */
  add_all (&maker, "arrangement", add_arrangement);
  add_all (&maker, "group", add_card);
  add_all (&maker, "organisation", add_card);
  add_all (&maker, "appointment", add_term);
  add_all (&maker, "link", add_link);
  days = g_ptr_array_new_with_free_func ((GDestroyNotify)scr_map_day_free);
  g_hash_table_iter_init (&iter, gathered);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_ptr_array_add (days, make_day (&maker, key, value));
  g_ptr_array_sort (days, compare_days);
  return days;
}

/**
 * scr_map_day_free:
 * @self: (nullable): a day
 */
void
scr_map_day_free (ScrMapDay *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_free (self->label);
  g_free (self->detail);
  g_free (self);
}
