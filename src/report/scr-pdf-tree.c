/* The structure tree of a PDF. See the header. */
#include "scr-pdf-tree.h"

#include <string.h>

/* Elements are never nested deeper than lists in lists in lists. */
#define GREATEST_DEPTH 200

typedef struct
{
  qpdf_data qpdf;
  const GArray *marks;
  guint next;            /* the mark of the next element */
  GHashTable *parents;   /* number of a page or annotation -> handle of its entry in the parent tree */
  GArray *nums;          /* of qpdf_oh: the arrays of numbers that the parent tree consists of */
  gboolean is_as_marked; /* whether the tree was what was drawn */
} Tree;

/* What is kept of an element's children while it is looked at. */
typedef struct
{
  qpdf_oh array; /* the new children */
  qpdf_oh last;  /* the last of them that is an element; only if has_last */
  gboolean has_last;
} Children;

static const ScrPdfMark *
take_mark (Tree *self, qpdf_oh element)
{
  const ScrPdfMark *mark;
  qpdf_oh type;
  const char *name;

  if (self->next >= self->marks->len)
    {
      self->is_as_marked = FALSE;
      return NULL;
    }
  mark = &g_array_index (self->marks, ScrPdfMark, self->next++);
  type = qpdf_oh_get_key (self->qpdf, element, "/S");
  name = qpdf_oh_get_name (self->qpdf, type);
  if (name == NULL || *name != '/' || strcmp (name + 1, mark->tag) != 0)
    self->is_as_marked = FALSE;
  qpdf_oh_release (self->qpdf, type);
  return self->is_as_marked ? mark : NULL;
}

static void
replace_key (Tree *self, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, value);
  qpdf_oh_release (self->qpdf, value);
}

static void
set_attributes (Tree *self, qpdf_oh element, const char *attributes)
{
  replace_key (self, element, "/A", qpdf_oh_parse (self->qpdf, attributes));
}

static void
describe_link (Tree *self, qpdf_oh children, const char *words)
{
  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, children); i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->qpdf, children, i);

      if (qpdf_oh_is_dictionary (self->qpdf, child) && qpdf_oh_has_key (self->qpdf, child, "/Obj"))
        {
          qpdf_oh annotation = qpdf_oh_get_key (self->qpdf, child, "/Obj");

          replace_key (self, annotation, "/Contents", qpdf_oh_new_unicode_string (self->qpdf, words));
          qpdf_oh_release (self->qpdf, annotation);
        }
      qpdf_oh_release (self->qpdf, child);
    }
}

static void
describe_head (Tree *self, qpdf_oh element, const ScrPdfMark *mark)
{
  g_autoptr (GString) attributes = g_string_new ("<< /O /Table /Scope ");

  g_string_append (attributes, (mark->flags & SCR_TAG_COLUMN_HEAD) != 0 ? "/Column" : "/Row");
  if (mark->span > 1)
    g_string_append_printf (attributes, " /ColSpan %u", mark->span);
  g_string_append (attributes, " >>");
  set_attributes (self, element, attributes->str);
}

/* What cairo does not know of an element. */
static void
describe (Tree *self, qpdf_oh element, const ScrPdfMark *mark, qpdf_oh children)
{
  if (strcmp (mark->tag, "Figure") == 0)
    replace_key (self, element, "/Alt",
                 qpdf_oh_new_unicode_string (self->qpdf, mark->words != NULL ? mark->words : ""));
  else if (strcmp (mark->tag, "TH") == 0)
    describe_head (self, element, mark);
  else if (strcmp (mark->tag, "L") == 0)
    set_attributes (self, element,
                    (mark->flags & SCR_TAG_ORDERED) != 0 ? "<< /O /List /ListNumbering /Decimal >>"
                                                         : "<< /O /List /ListNumbering /Disc >>");
  else if (strcmp (mark->tag, "Link") == 0 && mark->words != NULL)
    describe_link (self, children, mark->words);
}

static gboolean
is_element (Tree *self, qpdf_oh object)
{
  return qpdf_oh_is_dictionary (self->qpdf, object) && qpdf_oh_has_key (self->qpdf, object, "/S");
}

/* Children are one or an array of them: always an array. Returns a handle. */
static qpdf_oh
get_children (Tree *self, qpdf_oh element)
{
  qpdf_oh children = qpdf_oh_get_key (self->qpdf, element, "/K"), array;

  if (qpdf_oh_is_array (self->qpdf, children))
    return children;
  array = qpdf_oh_new_array (self->qpdf);
  if (!qpdf_oh_is_null (self->qpdf, children))
    qpdf_oh_append_item (self->qpdf, array, children);
  qpdf_oh_release (self->qpdf, children);
  return array;
}

static int
get_number (Tree *self, qpdf_oh dictionary, const char *key, int otherwise)
{
  qpdf_oh value = qpdf_oh_get_key (self->qpdf, dictionary, key);
  int number = otherwise;

  if (qpdf_oh_is_integer (self->qpdf, value))
    number = qpdf_oh_get_int_value_as_int (self->qpdf, value);
  qpdf_oh_release (self->qpdf, value);
  return number;
}

/* The parent tree says of each piece of content to which element it belongs: @element, or nothing for
 * artifacts. */
static void
set_parent (Tree *self, qpdf_oh page, int content, qpdf_oh element)
{
  int number = get_number (self, page, "/StructParents", -1);
  gpointer found;

  if (number < 0 || !g_hash_table_lookup_extended (self->parents, GINT_TO_POINTER (number), NULL, &found))
    return;
  if (content < qpdf_oh_get_array_n_items (self->qpdf, GPOINTER_TO_UINT (found)))
    qpdf_oh_set_array_item (self->qpdf, GPOINTER_TO_UINT (found), content, element);
}

static void
set_annotation_parent (Tree *self, qpdf_oh reference, qpdf_oh element)
{
  qpdf_oh annotation = qpdf_oh_get_key (self->qpdf, reference, "/Obj");
  int number = get_number (self, annotation, "/StructParent", -1);

  for (guint k = 0; number >= 0 && k < self->nums->len; k++)
    {
      qpdf_oh nums = g_array_index (self->nums, qpdf_oh, k);

      for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (self->qpdf, nums); i += 2)
        {
          qpdf_oh key = qpdf_oh_get_array_item (self->qpdf, nums, i);

          if (qpdf_oh_get_int_value_as_int (self->qpdf, key) == number)
            qpdf_oh_set_array_item (self->qpdf, nums, i + 1, element);
          qpdf_oh_release (self->qpdf, key);
        }
    }
  qpdf_oh_release (self->qpdf, annotation);
}

/* Takes the content of an artifact out of the parent tree. */
static void
forget (Tree *self, qpdf_oh element)
{
  qpdf_oh page = qpdf_oh_get_key (self->qpdf, element, "/Pg"), children = get_children (self, element);
  qpdf_oh nothing = qpdf_oh_new_null (self->qpdf);

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, children); i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->qpdf, children, i);

      if (qpdf_oh_is_integer (self->qpdf, child))
        set_parent (self, page, qpdf_oh_get_int_value_as_int (self->qpdf, child), nothing);
      qpdf_oh_release (self->qpdf, child);
    }
  qpdf_oh_release (self->qpdf, page);
  qpdf_oh_release (self->qpdf, children);
  qpdf_oh_release (self->qpdf, nothing);
}

/* A piece of content by its number counts on its element's page; elsewhere it names its page. Returns a
 * handle. */
static qpdf_oh
make_reference (Tree *self, qpdf_oh page, qpdf_oh content)
{
  qpdf_oh reference = qpdf_oh_new_dictionary (self->qpdf);

  replace_key (self, reference, "/Type", qpdf_oh_new_name (self->qpdf, "/MCR"));
  qpdf_oh_replace_key (self->qpdf, reference, "/Pg", page);
  qpdf_oh_replace_key (self->qpdf, reference, "/MCID", content);
  return reference;
}

static void join (Tree *self, qpdf_oh to, qpdf_oh from, guint depth);

/* Moves one child of @from to @to. The first of them may go on in turn from the last of @to. */
static void
move_child (Tree *self, qpdf_oh to, qpdf_oh children, qpdf_oh from, qpdf_oh child, qpdf_oh page)
{
  if (is_element (self, child))
    {
      qpdf_oh_replace_key (self->qpdf, child, "/P", to);
      qpdf_oh_append_item (self->qpdf, children, child);
    }
  else if (qpdf_oh_is_integer (self->qpdf, child))
    {
      qpdf_oh reference = make_reference (self, page, child);

      set_parent (self, page, qpdf_oh_get_int_value_as_int (self->qpdf, child), to);
      qpdf_oh_append_item (self->qpdf, children, reference);
      qpdf_oh_release (self->qpdf, reference);
    }
  else
    {
      if (qpdf_oh_has_key (self->qpdf, child, "/Obj"))
        {
          qpdf_oh_replace_key (self->qpdf, child, "/Pg", page);
          set_annotation_parent (self, child, to);
        }
      else
        {
          qpdf_oh own = qpdf_oh_get_key (self->qpdf, child, "/Pg");

          set_parent (self, own, get_number (self, child, "/MCID", G_MAXINT), to);
          qpdf_oh_release (self->qpdf, own);
        }
      qpdf_oh_append_item (self->qpdf, children, child);
    }
}

/* The mark that a child of a divided element goes on is kept in the tree itself until it is joined. */
#define GOES_ON "/ScrGoesOn"

/* Moves what @from holds to the end of @to. */
static void
join (Tree *self, qpdf_oh to, qpdf_oh from, guint depth)
{
  qpdf_oh children = get_children (self, to), moved = get_children (self, from);
  qpdf_oh page = qpdf_oh_get_key (self->qpdf, from, "/Pg"), type = qpdf_oh_get_key (self->qpdf, to, "/S");
  gboolean is_row = qpdf_oh_is_name_and_equals (self->qpdf, type, "/TR");
  int n = qpdf_oh_get_array_n_items (self->qpdf, children), k = 0;

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, moved); i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->qpdf, moved, i);

      if (depth < GREATEST_DEPTH && is_element (self, child) && qpdf_oh_has_key (self->qpdf, child, GOES_ON)
          && k < n)
        {
          /* Cells of a divided row go on pairwise, other elements the first from the last. */
          qpdf_oh before = qpdf_oh_get_array_item (self->qpdf, children, is_row ? k++ : n - 1);

          join (self, before, child, depth + 1);
          qpdf_oh_release (self->qpdf, before);
        }
      else
        move_child (self, to, children, from, child, page);
      qpdf_oh_release (self->qpdf, child);
    }
  qpdf_oh_replace_key (self->qpdf, to, "/K", children);
  qpdf_oh_release (self->qpdf, children);
  qpdf_oh_release (self->qpdf, moved);
  qpdf_oh_release (self->qpdf, page);
  qpdf_oh_release (self->qpdf, type);
}

static void visit (Tree *self, qpdf_oh element, const ScrPdfMark *mark, guint depth);

/* One child element: taken out, joined with the one before, or kept. Returns whether it is still a child. */
static gboolean
visit_child (Tree *self, Children *children, qpdf_oh child, guint depth)
{
  const ScrPdfMark *mark = take_mark (self, child);

  if (mark == NULL)
    return TRUE;
  if (strcmp (mark->tag, SCR_PDF_ARTIFACT) == 0)
    {
      forget (self, child);
      return FALSE;
    }
  visit (self, child, mark, depth + 1);
  if ((mark->flags & SCR_TAG_CONTINUED) == 0)
    return TRUE;
  if (children->has_last && !qpdf_oh_has_key (self->qpdf, children->last, GOES_ON))
    {
      join (self, children->last, child, depth + 1);
      return FALSE;
    }
  /* What it goes on from is in the element before its parent: the parent's turn comes. */
  replace_key (self, child, GOES_ON, qpdf_oh_new_bool (self->qpdf, QPDF_TRUE));
  return TRUE;
}

/* Most elements hold one piece of content and nothing else. */
static gboolean
holds_content_only (Tree *self, qpdf_oh element)
{
  qpdf_oh children = qpdf_oh_get_key (self->qpdf, element, "/K");
  gboolean is_content = qpdf_oh_is_integer (self->qpdf, children);

  qpdf_oh_release (self->qpdf, children);
  return is_content;
}

/* Marks are taken in the order in which elements begin: parent, then children. */
static void
visit (Tree *self, qpdf_oh element, const ScrPdfMark *mark, guint depth)
{
  Children children = {0};
  qpdf_oh old;
  int n;

  if (strcmp (mark->tag, "TH") != 0 && strcmp (mark->tag, "Figure") != 0
      && holds_content_only (self, element))
    return;
  old = get_children (self, element);
  n = qpdf_oh_get_array_n_items (self->qpdf, old);
  children.array = qpdf_oh_new_array (self->qpdf);
  describe (self, element, mark, old);
  for (int i = 0; i < n && self->is_as_marked && depth < GREATEST_DEPTH; i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->qpdf, old, i);

      if (!is_element (self, child))
        {
          qpdf_oh_append_item (self->qpdf, children.array, child);
          qpdf_oh_release (self->qpdf, child);
        }
      else if (visit_child (self, &children, child, depth))
        {
          qpdf_oh_append_item (self->qpdf, children.array, child);
          if (children.has_last)
            qpdf_oh_release (self->qpdf, children.last);
          children.last = child;
          children.has_last = TRUE;
        }
      else
        qpdf_oh_release (self->qpdf, child);
    }
  if (children.has_last)
    qpdf_oh_release (self->qpdf, children.last);
  if (qpdf_oh_get_array_n_items (self->qpdf, children.array) != n)
    qpdf_oh_replace_key (self->qpdf, element, "/K", children.array);
  qpdf_oh_release (self->qpdf, children.array);
  qpdf_oh_release (self->qpdf, old);
}

/* A parent tree is numbers and entries in pairs, or children that are the same. */
static void
read_parents (Tree *self, qpdf_oh node, guint depth)
{
  qpdf_oh nums = qpdf_oh_get_key (self->qpdf, node, "/Nums"),
          kids = qpdf_oh_get_key (self->qpdf, node, "/Kids");

  if (qpdf_oh_is_array (self->qpdf, nums))
    {
      g_array_append_val (self->nums, nums);
      for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (self->qpdf, nums); i += 2)
        {
          qpdf_oh key = qpdf_oh_get_array_item (self->qpdf, nums, i);
          qpdf_oh entry = qpdf_oh_get_array_item (self->qpdf, nums, i + 1);

          if (qpdf_oh_is_array (self->qpdf, entry))
            g_hash_table_insert (self->parents,
                                 GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (self->qpdf, key)),
                                 GUINT_TO_POINTER (entry));
          qpdf_oh_release (self->qpdf, key);
        }
    }
  for (int i = 0; depth < GREATEST_DEPTH && qpdf_oh_is_array (self->qpdf, kids)
                  && i < qpdf_oh_get_array_n_items (self->qpdf, kids);
       i++)
    read_parents (self, qpdf_oh_get_array_item (self->qpdf, kids, i), depth + 1);
}

/**
 * scr_pdf_tree_finish:
 * @qpdf: a PDF that cairo wrote
 * @marks: of #ScrPdfMark: its elements, in the order in which they were begun
 *
 * Returns: %FALSE if the tree is not of these elements
 */
gboolean
scr_pdf_tree_finish (qpdf_data qpdf, const GArray *marks)
{
  Tree self = {.qpdf = qpdf, .marks = marks, .is_as_marked = TRUE};
  qpdf_oh root = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh elements;

  if (!qpdf_oh_is_dictionary (qpdf, root))
    return FALSE;
  self.parents = g_hash_table_new (NULL, NULL);
  self.nums = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  read_parents (&self, qpdf_oh_get_key (qpdf, root, "/ParentTree"), 0);
  elements = get_children (&self, root);
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, elements) && self.is_as_marked; i++)
    {
      qpdf_oh element = qpdf_oh_get_array_item (qpdf, elements, i);
      const ScrPdfMark *mark = take_mark (&self, element);

      if (mark != NULL)
        visit (&self, element, mark, 0);
    }
  g_hash_table_unref (self.parents);
  g_array_unref (self.nums);
  return self.is_as_marked && self.next == marks->len;
}
