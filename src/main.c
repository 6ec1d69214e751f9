/* Scrutiny: the locale, then the command line or the window. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "scr-application.h"
#include "scr-command-line.h"

/* The language chosen in the preferences, unless whoever started the program chose one for this time. */
static void
choose_language (void)
{
  g_autoptr (ScrSettings) settings = scr_settings_new ();
  g_autofree char *language = scr_settings_dup_string (settings, "language");

  if (*language)
    g_setenv ("LANGUAGE", language, FALSE);
}

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("SCRUTINY_LOCALE_DIR");
  g_autoptr (ScrApplication) application = NULL;
  gboolean handled = FALSE;
  int status;

  choose_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : SCR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (SCR_APPLICATION_ID);

  status = scr_command_line_run (argc, argv, &handled);
  if (handled)
    return status;
  g_set_application_name ("Scrutiny");
  application = scr_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
