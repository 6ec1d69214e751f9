/* Makes the large record that benchmarks measure: 150 partnerships, 60,000 meetings, 300,000 agenda items,
 * 100,000 answers and 10,000 disputes, the same at every run. Rows are written by plain SQL, for speed.
 *
 * Words come as often as in real texts: the tenth most frequent a tenth as often as the first.
 */
#include "record-maker.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PARTNERSHIPS 150
#define N_GROUPS 600
#define N_MEETINGS 60000
#define ITEMS_A_MEETING 5
#define N_QUESTIONS 50
#define N_ASKINGS 20000
#define ANSWERS_AN_ASKING 5
#define N_DISPUTES 10000
/* Words that are no common ones: places, references, surnames of reports. */
#define N_RARE 20000

static const char *const common[]
    = {"the",         "of",           "and",          "to",          "in",           "a",
       "for",         "with",         "on",           "was",         "that",         "by",
       "were",        "partners",     "safeguarding", "children",    "board",        "scrutiny",
       "practice",    "families",     "health",       "police",      "council",      "learning",
       "evidence",    "agreed",       "review",       "report",      "action",       "meeting",
       "discussed",   "noted",        "impact",       "voice",       "assurance",    "priority",
       "hub",         "multi-agency", "response",     "neglect",     "exploitation", "early",
       "help",        "front",        "door",         "thresholds",  "information",  "sharing",
       "escalation",  "dispute",      "challenge",    "school",      "education",    "nursery",
       "hospital",    "midwife",      "officer",      "social",      "worker",       "manager",
       "chair",       "executive",    "subgroup",     "workstream",  "audit",        "quality",
       "data",        "dashboard",    "outcome",      "measure",     "baseline",     "trend",
       "timescale",   "deadline",     "resource",     "budget",      "contribution", "arrangements",
       "published",   "annual",       "quarterly",    "independent", "scrutineer",   "peer",
       "visit",       "observation",  "interview",    "survey",      "young",        "people",
       "parents",     "carers",       "domestic",     "abuse",       "mental",       "wellbeing",
       "transition",  "adolescent",   "contextual",   "county",      "lines",        "missing",
       "placement",   "strategy",     "conference",   "protection",  "plan",         "referral",
       "assessment",  "consent",      "professional", "curiosity",   "supervision",  "training",
       "induction",   "workforce",    "capacity",     "caseload",    "delay",        "backlog",
       "improvement", "progress",     "concern",      "decision",    "minutes",      "agenda",
       "apologies",   "substitute",   "quorum",       "interest",    "declared",     "recommendation",
       "finding",     "theme",        "rapid",        "serious",     "incident",     "panel",
       "national",    "guidance",     "statutory",    "duty",        "legislation",  "commissioner",
       "provider",    "voluntary",    "sector",       "faith",       "community",    "housing",
       "probation",   "prison",       "court",        "legal",       "advice",       "risk",
       "harm",        "injury",       "bruising",     "infant",      "toddler",      "teenage",
       "disability",  "autism",       "interpreter",  "language",    "culture",      "identity",
       "equality",    "inclusion",    "attendance",   "exclusion",   "elective",     "home",
       "online",      "safety",       "gang",         "knife",       "substance",    "alcohol",
       "poverty",     "debt"};

typedef struct
{
  sqlite3 *db;
  GRand *rand;
  GString *text;
} Maker;

static guint
number (Maker *maker, guint n)
{
  return (guint)g_rand_int_range (maker->rand, 0, (gint32)n);
}

static void
append_word (Maker *maker)
{
  /* The log of an even chance falls as words do. */
  double place = g_rand_double (maker->rand) * g_rand_double (maker->rand) * G_N_ELEMENTS (common);

  if (number (maker, 12) == 0)
    g_string_append_printf (maker->text, "%c%c%c%u", 'a' + number (maker, 26), 'e' + number (maker, 5),
                            'l' + number (maker, 4), number (maker, N_RARE));
  else
    g_string_append (maker->text, common[(guint)place]);
}

static const char *
words (Maker *maker, guint n)
{
  g_string_truncate (maker->text, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (maker->text, ' ');
      append_word (maker);
    }
  maker->text->str[0] = g_ascii_toupper (maker->text->str[0]);
  return maker->text->str;
}

static void
run (Maker *maker, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (maker->db, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
}

static sqlite3_stmt *
prepare (Maker *maker, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (maker->db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (maker->db));
  return statement;
}

/* Identities are as long as real ones, and as unordered. */
static void
bind_id (sqlite3_stmt *statement, int index, const char *kind, guint n)
{
  char id[64];
  guint32 mixed = (n + 1) * 2654435761u;

  g_snprintf (id, sizeof id, "%08x-%04x-4000-8000-%s", mixed, n & 0xffff, kind);
  sqlite3_bind_text (statement, index, id, -1, SQLITE_TRANSIENT);
}

static void
bind_day (Maker *maker, sqlite3_stmt *statement, int index)
{
  char day[16];

  g_snprintf (day, sizeof day, "20%02u-%02u-%02u", 15 + number (maker, 10), 1 + number (maker, 12),
              1 + number (maker, 28));
  sqlite3_bind_text (statement, index, day, -1, SQLITE_TRANSIENT);
}

static void
bind_words (Maker *maker, sqlite3_stmt *statement, int index, guint n)
{
  sqlite3_bind_text (statement, index, words (maker, n), -1, SQLITE_TRANSIENT);
}

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static void
make_partnerships (Maker *maker)
{
  sqlite3_stmt *partnership
      = prepare (maker, "INSERT INTO partnership (id, title, position) VALUES (?, ?, ?)");
  sqlite3_stmt *group
      = prepare (maker, "INSERT INTO \"group\" (id, title, partnership, purpose) VALUES (?, ?, ?, ?)");
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; i < N_PARTNERSHIPS; i++)
    {
      char key[8];

      g_snprintf (key, sizeof key, "%03uz", i);
      bind_id (partnership, 1, "partnership", i);
      bind_words (maker, partnership, 2, 3);
      sqlite3_bind_text (partnership, 3, key, -1, SQLITE_TRANSIENT);
      step (partnership);
    }
  for (guint i = 0; i < N_GROUPS; i++)
    {
      bind_id (group, 1, "group", i);
      bind_words (maker, group, 2, 3);
      bind_id (group, 3, "partnership", i % N_PARTNERSHIPS);
      bind_words (maker, group, 4, 20);
      step (group);
    }
  sqlite3_finalize (partnership);
  sqlite3_finalize (group);
}

static void
make_meetings (Maker *maker)
{
  sqlite3_stmt *meeting
      = prepare (maker, "INSERT INTO meeting (id, title, partnership, \"group\", day, start, state, note)"
                        " VALUES (?, ?, ?, ?, ?, ?, 'meeting-state.0', ?)");
  sqlite3_stmt *item = prepare (maker, "INSERT INTO agenda_item (id, title, meeting, minutes, text, position)"
                                       " VALUES (?, ?, ?, ?, ?, ?)");

  for (guint i = 0; i < N_MEETINGS; i++)
    {
      char start[8];

      g_snprintf (start, sizeof start, "%02u:00", 8 + number (maker, 10));
      bind_id (meeting, 1, "meeting", i);
      bind_words (maker, meeting, 2, 4);
      bind_id (meeting, 3, "partnership", i % N_PARTNERSHIPS);
      bind_id (meeting, 4, "group", i % N_GROUPS);
      bind_day (maker, meeting, 5);
      sqlite3_bind_text (meeting, 6, start, -1, SQLITE_TRANSIENT);
      bind_words (maker, meeting, 7, 20);
      step (meeting);
      for (guint k = 0; k < ITEMS_A_MEETING; k++)
        {
          char key[2] = {(char)('1' + k), '\0'};

          bind_id (item, 1, "agenda-item", i * ITEMS_A_MEETING + k);
          bind_words (maker, item, 2, 6);
          bind_id (item, 3, "meeting", i);
          sqlite3_bind_double (item, 4, 5 * (1 + number (maker, 6)));
          bind_words (maker, item, 5, 20);
          sqlite3_bind_text (item, 6, key, -1, SQLITE_TRANSIENT);
          step (item);
        }
    }
  sqlite3_finalize (meeting);
  sqlite3_finalize (item);
}

static void
make_questions (Maker *maker)
{
  sqlite3_stmt *question
      = prepare (maker, "INSERT INTO question (id, title, \"set\") VALUES (?, ?, 'the-set')");
  sqlite3_stmt *asking
      = prepare (maker, "INSERT INTO asking (id, question, partnership, day) VALUES (?, ?, ?, ?)");
  sqlite3_stmt *answer = prepare (
      maker, "INSERT INTO answer (id, title, asking, judgement, text) VALUES (?, ?, ?, 'judgement.0', ?)");

  run (maker, "INSERT INTO question_set (id, title) VALUES ('the-set', 'Completion')");
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      bind_id (question, 1, "question", i);
      bind_words (maker, question, 2, 9);
      step (question);
    }
  for (guint i = 0; i < N_ASKINGS; i++)
    {
      bind_id (asking, 1, "asking", i);
      bind_id (asking, 2, "question", i % N_QUESTIONS);
      bind_id (asking, 3, "partnership", i % N_PARTNERSHIPS);
      bind_day (maker, asking, 4);
      step (asking);
      for (guint k = 0; k < ANSWERS_AN_ASKING; k++)
        {
          bind_id (answer, 1, "answer", i * ANSWERS_AN_ASKING + k);
          bind_words (maker, answer, 2, 8);
          bind_id (answer, 3, "asking", i);
          bind_words (maker, answer, 4, 20);
          step (answer);
        }
    }
  sqlite3_finalize (question);
  sqlite3_finalize (asking);
  sqlite3_finalize (answer);
}

static void
make_disputes (Maker *maker)
{
  sqlite3_stmt *dispute
      = prepare (maker, "INSERT INTO dispute (id, reference, title, partnership, state, learning)"
                        " VALUES (?, ?, ?, ?, 'dispute-state.0', ?)");

  for (guint i = 0; i < N_DISPUTES; i++)
    {
      char reference[16];

      g_snprintf (reference, sizeof reference, "D-%05u", i);
      bind_id (dispute, 1, "dispute", i);
      sqlite3_bind_text (dispute, 2, reference, -1, SQLITE_TRANSIENT);
      bind_words (maker, dispute, 3, 6);
      bind_id (dispute, 4, "partnership", i % N_PARTNERSHIPS);
      bind_words (maker, dispute, 5, 20);
      step (dispute);
    }
  sqlite3_finalize (dispute);
}

/* As the index writes a partnership: one word of letters that nobody can type. */
#define PLACE(id) "char(0xE000) || replace(replace(ifnull(" id ", ''), '-', char(0xE001)), '.', char(0xE002))"
#define KEEP(kind, title, body, id, from) \
  "INSERT INTO search_text (item, kind, title, body, folded, place) SELECT i.id, '" kind "', " title ", " body \
  ", '', " PLACE (id) " FROM " from

/* The same text that the store would have kept for these items. */
static void
make_search (Maker *maker)
{
  run (maker, KEEP ("partnership", "i.title", "''", "i.id", "partnership i"));
  run (maker, KEEP ("group", "i.title", "i.purpose", "i.partnership", "\"group\" i"));
  run (maker, KEEP ("meeting", "i.title", "i.note", "i.partnership", "meeting i"));
  run (maker, KEEP ("agenda_item", "i.title", "i.text", "m.partnership",
                    "agenda_item i LEFT JOIN meeting m ON m.id = i.meeting"));
  run (maker, KEEP ("question", "i.title", "''", "NULL", "question i"));
  run (maker, KEEP ("answer", "i.title", "i.text", "a.partnership",
                    "answer i LEFT JOIN asking a ON a.id = i.asking"));
  run (maker, KEEP ("dispute", "i.reference || ', ' || i.title", "i.learning", "i.partnership", "dispute i"));
  run (maker, "INSERT INTO search (search) VALUES ('rebuild')");
}

static void
make_all (const char *path)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (NULL);
  Maker maker = {NULL, rand, text};

  if (sqlite3_open (path, &maker.db) != SQLITE_OK)
    g_error ("%s cannot be opened", path);
  run (&maker, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; BEGIN");
  make_partnerships (&maker);
  make_meetings (&maker);
  make_questions (&maker);
  make_disputes (&maker);
  make_search (&maker);
  run (&maker, "COMMIT; PRAGMA journal_mode=DELETE");
  sqlite3_close (maker.db);
}

int
main (int argc, char **argv)
{
  g_autofree char *draft = NULL;
  ScrStore *store;

  if (argc != 2)
    {
      g_printerr ("usage: gen-large FILE\n");
      return 2;
    }
  draft = g_strconcat (argv[1], ".draft", NULL);
  g_unlink (draft);
  store = maker_open (draft, SCR_STORE_CREATE);
  maker_seed (store);
  scr_store_close (store);
  g_object_unref (store);
  make_all (draft);
  if (g_rename (draft, argv[1]) != 0)
    g_error ("%s cannot be written", argv[1]);
  return 0;
}
