/* What a finished PDF offers to everyone. See the header. */
#include "config.h"

#include "scr-pdf-access.h"

#include "scr-error.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

/* Whether a dictionary within the root says yes to something. */
static gboolean
is_true (qpdf_data qpdf, qpdf_oh root, const char *dictionary, const char *key)
{
  qpdf_oh held = qpdf_oh_get_key (qpdf, root, dictionary);

  return qpdf_oh_is_dictionary (qpdf, held) && qpdf_oh_get_bool_value (qpdf, qpdf_oh_get_key (qpdf, held, key));
}

static gboolean
has_dictionary (qpdf_data qpdf, qpdf_oh root, const char *dictionary, const char *key)
{
  qpdf_oh held = qpdf_oh_get_key (qpdf, root, dictionary);

  return qpdf_oh_is_dictionary (qpdf, held) && qpdf_oh_has_key (qpdf, held, key);
}

static gboolean
has_language (qpdf_data qpdf, qpdf_oh root)
{
  qpdf_oh language = qpdf_oh_get_key (qpdf, root, "/Lang");

  return qpdf_oh_is_string (qpdf, language) && *qpdf_oh_get_utf8_value (qpdf, language) != '\0';
}

static gboolean
has_title (qpdf_data qpdf, qpdf_oh root)
{
  const char *title = qpdf_get_info_key (qpdf, "/Title");

  return title != NULL && *title != '\0' && is_true (qpdf, root, "/ViewerPreferences", "/DisplayDocTitle");
}

/**
 * scr_pdf_access_read:
 * @path: a PDF
 * @access: (out caller-allocates): what it offers
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
scr_pdf_access_read (const char *path, ScrPdfAccess *access, GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  gboolean ok;

  *access = (ScrPdfAccess){FALSE};
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  ok = (qpdf_read (qpdf, path, NULL) & QPDF_ERRORS) == 0;
  if (ok)
    {
      qpdf_oh root = qpdf_get_root (qpdf);

      access->tagged = is_true (qpdf, root, "/MarkInfo", "/Marked") && has_dictionary (qpdf, root, "/StructTreeRoot", "/K");
      access->language = has_language (qpdf, root);
      access->title = has_title (qpdf, root);
      access->bookmarks = has_dictionary (qpdf, root, "/Outlines", "/First") || qpdf_get_num_pages (qpdf) == 1;
    }
  else
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The finished report could not be read."));
  qpdf_cleanup (&qpdf);
  return ok;
}

/**
 * scr_pdf_access_is_whole:
 * @access: what a PDF offers
 *
 * Returns: whether that is all there is to offer
 */
gboolean
scr_pdf_access_is_whole (const ScrPdfAccess *access)
{
  return access->tagged && access->language && access->title && access->bookmarks;
}
