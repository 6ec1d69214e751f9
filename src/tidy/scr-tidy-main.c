/* scrutiny-tidy: reads cards and links on standard input, writes where the cards go on standard output.
 *
 * A program of its own because Graphviz is not safe for threads, cannot be interrupted and aborts on what it does not
 * like: here it can be killed, and cannot take a record with it. It opens no file but Graphviz's own, and is bounded
 * in time and memory. Ends with 0; with 2 if what it read is not as scr-tidy-graph.h describes it; with 3 if Graphviz
 * could not lay it out; with 4 if nobody reads the answer. In every case but the first it says why on the error
 * stream, in English: people see what Scrutiny makes of the number.
 */
#include "scr-tidy-arrange.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_SECONDS 120
#define MOST_MEMORY (2048UL * 1024 * 1024)

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#else
#define IS_SANITIZED 0
#endif

static void
limit (int resource, rlim_t most)
{
  const struct rlimit bound = {most, most};

  /* A tighter one that is in force already stays. */
  setrlimit (resource, &bound);
}

static void
set_limits (void)
{
  limit (RLIMIT_CPU, MOST_SECONDS);
  limit (RLIMIT_CORE, 0);
  /* The address sanitizer takes addresses by the terabyte. */
  if (!IS_SANITIZED)
    limit (RLIMIT_AS, MOST_MEMORY);
}

/* Stops reading where more has come than any graph needs. */
static GString *
read_all (FILE *stream)
{
  GString *text = g_string_new (NULL);
  char part[65536];
  gsize length;

  while (text->len <= SCR_TIDY_MAX_BYTES && (length = fread (part, 1, sizeof part, stream)) > 0)
    g_string_append_len (text, part, (gssize) length);
  return text;
}

static int
run (void)
{
  g_autoptr (GString) text = read_all (stdin);
  g_autofree char *problem = NULL;
  g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_read (text->str, text->len, &problem);
  g_autoptr (ScrTidyLayout) layout = NULL;
  g_autofree char *answer = NULL;
  ScrTidyDot dot = {NULL, 0};

  if (graph == NULL)
    {
      fprintf (stderr, "scrutiny-tidy: %s\n", problem);
      return 2;
    }
  layout = scr_tidy_arrange (graph, &dot);
  if (layout == NULL)
    {
      fprintf (stderr, "scrutiny-tidy: Graphviz could not lay this out; is its plugin for dot installed?\n");
      return 3;
    }
  answer = scr_tidy_layout_write (layout);
  if (fputs (answer, stdout) == EOF || fflush (stdout) == EOF)
    {
      fprintf (stderr, "scrutiny-tidy: nobody reads the answer\n");
      return 4;
    }
  return 0;
}

int
main (void)
{
  set_limits ();
  /* At once: what Graphviz has built up need not be taken apart. */
  _exit (run ());
}
