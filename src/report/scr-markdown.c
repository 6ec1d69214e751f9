/* CommonMark into blocks. See the header. Any thread; owns nothing beyond a call. */
#include "scr-markdown.h"

#include <cmark.h>
#include <string.h>

/* Deeper than people write; keeps hostile nesting from using up the stack. */
#define GREATEST_DEPTH 24

typedef cmark_node Node;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, cmark_node_free)

static Node *
parse (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, -1);

  return cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
}

/* Addresses that a reader may follow; a script or a file of somebody's computer is none. */
static gboolean
is_safe_target (const char *url)
{
  static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:"};

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

static void
add_inlines (ScrText *text, Node *parent, ScrTextStyle style, const char *target, guint depth)
{
  if (depth > GREATEST_DEPTH)
    return;
  for (Node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    switch (cmark_node_get_type (node))
      {
      case CMARK_NODE_TEXT:
        scr_text_append_full (text, style, cmark_node_get_literal (node), target);
        break;
      case CMARK_NODE_CODE:
        scr_text_append_full (text, style | SCR_TEXT_CODE, cmark_node_get_literal (node), target);
        break;
      case CMARK_NODE_SOFTBREAK:
        scr_text_append_full (text, style, " ", target);
        break;
      case CMARK_NODE_LINEBREAK:
        scr_text_append_line_break (text);
        break;
      case CMARK_NODE_EMPH:
        add_inlines (text, node, style | SCR_TEXT_ITALIC, target, depth + 1);
        break;
      case CMARK_NODE_STRONG:
        add_inlines (text, node, style | SCR_TEXT_BOLD, target, depth + 1);
        break;
      case CMARK_NODE_LINK:
        {
          const char *url = cmark_node_get_url (node);

          add_inlines (text, node, style, url != NULL && is_safe_target (url) ? url : target, depth + 1);
          break;
        }
      case CMARK_NODE_IMAGE: /* its words stand for it */
        add_inlines (text, node, style, target, depth + 1);
        break;
      default:
        break;
      }
}

static ScrText *
inlines_to_text (Node *parent)
{
  ScrText *text = scr_text_new (NULL);

  add_inlines (text, parent, SCR_TEXT_PLAIN, NULL, 0);
  return text;
}

static void add_blocks (ScrDocument *document, Node *parent, guint level, guint depth);

static void
add_list (ScrDocument *document, Node *list, guint level, guint depth)
{
  gboolean is_ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;

  scr_document_begin_list (document, is_ordered,
                           is_ordered ? (guint)MAX (cmark_node_get_list_start (list), 0) : 1);
  for (Node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      scr_document_begin_item (document);
      add_blocks (document, item, level, depth + 1);
      scr_document_end (document);
    }
  scr_document_end (document);
}

/* A heading is one only at the top: within a list or a quote it is a bold paragraph. */
static void
add_heading (ScrDocument *document, Node *node, guint level, guint depth)
{
  ScrText *text;

  if (depth > 0)
    {
      text = scr_text_new (NULL);
      add_inlines (text, node, SCR_TEXT_BOLD, NULL, 0);
      scr_document_take_paragraph (document, text);
      return;
    }
  text = inlines_to_text (node);
  if (scr_text_is_empty (text))
    scr_text_free (text);
  else
    scr_document_add_heading_full (document, level, text, SCR_HEADING_UNNUMBERED | SCR_HEADING_UNLISTED);
}

static void
add_block (ScrDocument *document, Node *node, guint level, guint depth)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      scr_document_take_paragraph (document, inlines_to_text (node));
      break;
    case CMARK_NODE_HEADING:
      add_heading (document, node, level, depth);
      break;
    case CMARK_NODE_LIST:
      add_list (document, node, level, depth);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      scr_document_begin_quote (document);
      add_blocks (document, node, level, depth + 1);
      scr_document_end (document);
      break;
    case CMARK_NODE_CODE_BLOCK:
      scr_document_add_code (document, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      scr_document_add_rule (document);
      break;
    default:
      break;
    }
}

static void
add_blocks (ScrDocument *document, Node *parent, guint level, guint depth)
{
  if (depth > GREATEST_DEPTH)
    return;
  for (Node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    add_block (document, node, level, depth);
}

/**
 * scr_markdown_add:
 * @document: a document
 * @markdown: CommonMark text
 * @level: the level of its headings
 */
void
scr_markdown_add (ScrDocument *document, const char *markdown, guint level)
{
  g_autoptr (Node) root = parse (markdown);

  add_blocks (document, root, level, 0);
}

static void
flatten (ScrText *text, Node *parent, guint depth)
{
  if (depth > GREATEST_DEPTH)
    return;
  for (Node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    {
      cmark_node_type type = cmark_node_get_type (node);

      if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK)
        {
          if (!scr_text_is_empty (text))
            scr_text_append_line_break (text);
          if (cmark_node_get_type (parent) == CMARK_NODE_ITEM && cmark_node_previous (node) == NULL)
            scr_text_append (text, "• ");
          if (type == CMARK_NODE_CODE_BLOCK)
            scr_text_append_styled (text, SCR_TEXT_CODE, cmark_node_get_literal (node));
          else
            add_inlines (text, node, type == CMARK_NODE_HEADING ? SCR_TEXT_BOLD : SCR_TEXT_PLAIN, NULL, 0);
        }
      else
        flatten (text, node, depth + 1);
    }
}

/**
 * scr_markdown_to_text:
 * @markdown: (nullable): CommonMark text
 *
 * Returns: (transfer full): the same as one text for a table's cell: paragraphs and items as lines
 */
ScrText *
scr_markdown_to_text (const char *markdown)
{
  ScrText *text = scr_text_new (NULL);

  if (markdown != NULL)
    {
      g_autoptr (Node) root = parse (markdown);

      flatten (text, root, 0);
    }
  return text;
}
