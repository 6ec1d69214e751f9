/* What cairo cannot write of a tagged PDF. See the header. */
#include "config.h"

#include "scr-pdf-finish.h"

#include "scr-error.h"
#include "scr-pdf-tree.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* How cairo begins what belongs to an artifact, up to its number. */
#define ARTIFACT_BEGIN "/" SCR_PDF_ARTIFACT " << /MCID "
#define ARTIFACT_END " >> BDC"

static gboolean
fail (qpdf_data qpdf, GError **error)
{
  const char *reason
      = qpdf_has_error (qpdf) ? qpdf_get_error_message_detail (qpdf, qpdf_get_error (qpdf)) : "";

  g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED,
               _ ("The report could not be made readable for everyone. %s"), reason);
  return FALSE;
}

static void
append_property (GString *xml, const char *before, const char *value, const char *after)
{
  g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (xml, "%s%s%s", before, escaped, after);
}

/* XMP: what a PDF says of itself, in XML. */
static char *
make_metadata (const ScrPdfInfo *info)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  g_string_append (xml, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                        "<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>");
  append_property (xml, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
                   "</rdf:li></rdf:Alt></dc:title>");
  append_property (xml, "<dc:language><rdf:Bag><rdf:li>", info->language,
                   "</rdf:li></rdf:Bag></dc:language>");
  append_property (xml, "<dc:creator><rdf:Seq><rdf:li>", info->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_property (xml, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (xml, "<xmp:CreatorTool>", info->creator, "</xmp:CreatorTool>");
  append_property (xml, "<xmp:CreateDate>", info->created, "</xmp:CreateDate>");
  append_property (xml, "<xmp:ModifyDate>", info->created, "</xmp:ModifyDate>");
  g_string_append (xml, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

static void
finish_catalog (qpdf_data qpdf, const ScrPdfInfo *info)
{
  qpdf_oh root = qpdf_get_root (qpdf), stream = qpdf_oh_new_stream (qpdf), dictionary;
  g_autofree char *metadata = make_metadata (info);

  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_unicode_string (qpdf, info->language));
  qpdf_oh_replace_key (qpdf, root, "/MarkInfo", qpdf_oh_parse (qpdf, "<< /Marked true >>"));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", qpdf_oh_parse (qpdf, "<< /DisplayDocTitle true >>"));
  /* Pages are called by their numbers; cairo 1.16 writes an empty table for these. */
  qpdf_oh_replace_key (qpdf, root, "/PageLabels", qpdf_oh_parse (qpdf, "<< /Nums [ 0 << /S /D >> ] >>"));
  qpdf_oh_replace_stream_data (qpdf, stream, (const guchar *)metadata, strlen (metadata),
                               qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  dictionary = qpdf_oh_get_dict (qpdf, stream);
  qpdf_oh_replace_key (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/Metadata"));
  qpdf_oh_replace_key (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, "/XML"));
  qpdf_oh_replace_key (qpdf, root, "/Metadata", stream);
}

/* Turns the beginnings of artifacts' content into what they are, in place: the result is never longer. */
static gsize
rename_artifacts (guchar *data, gsize length)
{
  gsize from = 0, to = 0, begin = strlen (ARTIFACT_BEGIN), end = strlen (ARTIFACT_END);

  while (from < length)
    {
      const guchar *found = memmem (data + from, length - from, ARTIFACT_BEGIN, begin);
      gsize at = found != NULL ? (gsize)(found - data) : length, digits;

      memmove (data + to, data + from, at - from);
      to += at - from;
      from = at;
      if (found == NULL)
        break;
      for (digits = at + begin; digits < length && g_ascii_isdigit (data[digits]);)
        digits++;
      /* An operator begins its line: the same letters within a text do not. */
      if ((at == 0 || data[at - 1] == '\n') && digits + end <= length
          && memcmp (data + digits, ARTIFACT_END, end) == 0)
        {
          memcpy (data + to, "/Artifact BMC", strlen ("/Artifact BMC"));
          to += strlen ("/Artifact BMC");
          from = digits + end;
        }
      else
        data[to++] = data[from++];
    }
  return to;
}

static gboolean
finish_page (qpdf_data qpdf, guint index)
{
  qpdf_oh page = qpdf_get_page_n (qpdf, index), stream, nothing = qpdf_oh_new_null (qpdf);
  guchar *data = NULL;
  gsize length = 0;

  if ((qpdf_oh_get_page_content_data (qpdf, page, &data, &length) & QPDF_ERRORS) != 0)
    return FALSE;
  length = rename_artifacts (data, length);
  stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh_replace_stream_data (qpdf, stream, data, length, nothing, nothing);
  qpdf_oh_replace_key (qpdf, page, "/Contents", stream);
  qpdf_oh_replace_key (qpdf, page, "/Tabs", qpdf_oh_new_name (qpdf, "/S"));
  qpdf_oh_release (qpdf, stream);
  qpdf_oh_release (qpdf, nothing);
  qpdf_oh_release (qpdf, page);
  free (data);
  return TRUE;
}

static gboolean
finish_pages (qpdf_data qpdf, GCancellable *cancellable, GError **error)
{
  int n_pages = qpdf_get_num_pages (qpdf);

  for (int i = 0; i < n_pages; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("The report was cancelled."));
          return FALSE;
        }
      if (!finish_page (qpdf, (guint)i))
        return fail (qpdf, error);
    }
  return TRUE;
}

static GBytes *
write_out (qpdf_data qpdf, GError **error)
{
  if ((qpdf_init_write_memory (qpdf) & QPDF_ERRORS) != 0)
    {
      fail (qpdf, error);
      return NULL;
    }
  qpdf_set_compress_streams (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (qpdf, "1.7");
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  if ((qpdf_write (qpdf) & QPDF_ERRORS) != 0)
    {
      fail (qpdf, error);
      return NULL;
    }
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static GBytes *
finish (qpdf_data qpdf, GBytes *pdf, const ScrPdfInfo *info, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, "report", data, size, NULL) & QPDF_ERRORS) != 0
      || !scr_pdf_tree_finish (qpdf, info->marks) || qpdf_has_error (qpdf))
    {
      fail (qpdf, error);
      return NULL;
    }
  finish_catalog (qpdf, info);
  if (!finish_pages (qpdf, cancellable, error))
    return NULL;
  return write_out (qpdf, error);
}

/**
 * scr_pdf_finish:
 * @pdf: a PDF that cairo wrote
 * @info: what is to be known of it
 * @cancellable: (nullable): ends it between pages
 * @error: return location: #SCR_ERROR_CANCELLED, or #SCR_ERROR_FAILED if @pdf is not what @info says
 *
 * Returns: (transfer full) (nullable): the finished PDF; the same for the same input, to the byte
 */
GBytes *
scr_pdf_finish (GBytes *pdf, const ScrPdfInfo *info, GCancellable *cancellable, GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *finished = finish (qpdf, pdf, info, cancellable, error);

  qpdf_cleanup (&qpdf);
  return finished;
}
