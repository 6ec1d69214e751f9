/* Kinds of the question framework: what is asked, what was answered, what it rests on, what was challenged.
 */
#include "config.h"

#include "scr-kinds.h"

static const ScrField question_set_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"stage", CHOICE, N_ ("Stage"), NULL, NULL, "question-stage", COLUMN},
    {"source", TEXT, N_ ("Where it comes from"), NULL, NULL, NULL, SEARCHED, 0, 500},
    {"offered", BOOL, N_ ("Offered when a priority is completed"), NULL, NULL, NULL, 0},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (question_set,
                 "question_set",
                 N_ ("Question set"),
                 N_ ("Question sets"),
                 "view-list-bullet-symbolic",
                 "questions",
                 N_ ("Questions that are asked together, at one stage of a priority."),
                 "position title");

static const ScrField question_fields[] = {
    {"title", TEXT, N_ ("Question"), NULL, NULL, NULL, NAME, 0, 500},
    {"set", REFERENCE, N_ ("Question set"), NULL, NULL, "question_set", REQUIRED | PARENT | COLUMN},
    {"about", CHOICE, N_ ("Speaks of"), N_ ("Activity, quality, or the difference made."), NULL,
     "question-about", COLUMN},
    {"prompt", RICH, N_ ("Prompts"), NULL, NULL, NULL, SEARCHED},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (question,
                 "question",
                 N_ ("Question"),
                 N_ ("Questions"),
                 "dialog-question-symbolic",
                 "questions",
                 N_ ("Questions follow each priority from why it was chosen to the difference it made."),
                 "set position");

static const ScrField asking_fields[] = {
    {"question", REFERENCE, N_ ("Question"), NULL, NULL, "question", REQUIRED | TITLE | COLUMN},
    {"day", DAY, N_ ("Asked on"), NULL, NULL, NULL, COLUMN},
    FIELD_PARTNERSHIP,
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", COLUMN},
    {"forum", REFERENCE, N_ ("Asked at"), NULL, NULL, "meeting group activity", COLUMN},
    {"of", REFERENCE, N_ ("Asked of"), NULL, NULL, "person appointment organisation group partnership",
     COLUMN},
    {"by", REFERENCE, N_ ("Asked by"), NULL, NULL, "person appointment", 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (asking,
                 "asking",
                 N_ ("Asking"),
                 N_ ("Askings"),
                 "mail-send-symbolic",
                 "questions",
                 N_ ("When a question was put, where, and to whom."),
                 "-day");

static const ScrField answer_fields[] = {
    {"title", TEXT, N_ ("Answer in a sentence"), NULL, NULL, NULL, NAME, 0, 500},
    {"asking", REFERENCE, N_ ("Asking"), NULL, NULL, "asking", REQUIRED | PARENT | COLUMN},
    {"day", DAY, N_ ("Answered on"), NULL, NULL, NULL, COLUMN},
    {"judgement", CHOICE, N_ ("Judgement"), NULL, NULL, "judgement", COLUMN},
    {"about", CHOICE, N_ ("Speaks of"), NULL, NULL, "question-about", COLUMN},
    {"by", REFERENCE, N_ ("Answered by"), NULL, NULL, "person appointment organisation group", 0},
    {"text", RICH, N_ ("Answer in full"), NULL, NULL, NULL, SEARCHED},
    {"response", RICH, N_ ("The partnership's response"), NULL, NULL, NULL, SEARCHED},
};
SCR_DEFINE_KIND (answer,
                 "answer",
                 N_ ("Answer"),
                 N_ ("Answers"),
                 "mail-replied-symbolic",
                 "questions",
                 N_ ("What was answered, and how the scrutineer judges it."),
                 "-day");

static const ScrField measure_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", COLUMN},
    {"about", CHOICE, N_ ("Speaks of"), NULL, NULL, "question-about", COLUMN},
    {"unit", TEXT, N_ ("Unit"), NULL, NULL, NULL, COLUMN, 0, 60},
    {"better", CHOICE, N_ ("Better is"), NULL, NULL, "direction", 0},
    {"baseline", NUMBER, N_ ("Baseline"), NULL, N_ ("Turning the curve"), NULL, COLUMN},
    {"baseline_day", DAY, N_ ("Baseline as at"), NULL, NULL, NULL, 0},
    {"target", NUMBER, N_ ("Target"), NULL, NULL, NULL, COLUMN},
    {"forecast", NUMBER, N_ ("Forecast if nothing changes"), NULL, NULL, NULL, 0},
    {"story", RICH, N_ ("Story behind the figures"), NULL, NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (measure,
                 "measure",
                 N_ ("Measure"),
                 N_ ("Measures"),
                 "power-profile-performance-symbolic",
                 "questions",
                 N_ ("Figures that show whether anybody is better off."),
                 "title");

static const ScrField data_point_fields[] = {
    {"measure", REFERENCE, N_ ("Measure"), NULL, NULL, "measure", REQUIRED | PARENT | TITLE | COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, REQUIRED | TITLE | COLUMN},
    {"value", NUMBER, N_ ("Value"), NULL, NULL, NULL, REQUIRED | COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (data_point,
                 "data_point",
                 N_ ("Data point"),
                 N_ ("Data points"),
                 "view-grid-symbolic",
                 "questions",
                 N_ ("One figure of a measure."),
                 "measure day");

static const ScrField evidence_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"answer", REFERENCE, N_ ("Supports the answer"), NULL, NULL, "answer", COLUMN},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", COLUMN},
    {"activity", REFERENCE, N_ ("Gathered in"), NULL, NULL, "activity meeting", COLUMN},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", 0},
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "evidence-kind", COLUMN},
    {"about", CHOICE, N_ ("Speaks of"), NULL, NULL, "question-about", COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"text", RICH, N_ ("What it shows"), N_ ("No child's name, no address, no date of birth."), NULL, NULL,
     SEARCHED},
};
SCR_DEFINE_KIND (evidence,
                 "evidence",
                 N_ ("Evidence"),
                 N_ ("Evidence"),
                 "image-x-generic-symbolic",
                 "questions",
                 N_ ("What answers rest on."),
                 "-day title");

static const ScrField voice_fields[] = {
    {"title", TEXT, N_ ("What was said, in a sentence"), N_ ("No names: whose voice it is, not who spoke."),
     NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"of", CHOICE, N_ ("Voice of"), NULL, NULL, "voice-of", REQUIRED | COLUMN},
    {"rung", CHOICE, N_ ("Rung of participation"), NULL, NULL, "rung", COLUMN},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", COLUMN},
    {"answer", REFERENCE, N_ ("Supports the answer"), NULL, NULL, "answer", 0},
    {"activity", REFERENCE, N_ ("Heard in"), NULL, NULL, "activity meeting", COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"heard", NUMBER, N_ ("How many were heard"), NULL, NULL, NULL, 0, 0, 100000},
    {"text", RICH, N_ ("In full"), NULL, NULL, NULL, SEARCHED},
    {"influence", RICH, N_ ("What it changed"), NULL, NULL, NULL, SEARCHED},
};
SCR_DEFINE_KIND (voice,
                 "voice",
                 N_ ("Voice"),
                 N_ ("Voices"),
                 "emoji-people-symbolic",
                 "questions",
                 N_ ("What children, families and practitioners say."),
                 "-day title");

static const ScrField challenge_fields[] = {
    {"title", TEXT, N_ ("What was raised"), NULL, NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"day", DAY, N_ ("Raised on"), NULL, NULL, NULL, COLUMN},
    {"theme", CHOICE, N_ ("Theme"), NULL, NULL, "challenge-theme", COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "challenge-state", COLUMN},
    {"to", REFERENCE, N_ ("Raised with"), NULL, NULL, "person appointment organisation group partnership",
     COLUMN},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", 0},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", 0},
    {"text", RICH, N_ ("In full"), NULL, NULL, NULL, SEARCHED},
    {"response", RICH, N_ ("Response"), NULL, N_ ("What came of it"), NULL, SEARCHED},
    {"response_day", DAY, N_ ("Responded on"), NULL, NULL, NULL, 0},
    {"impact", RICH, N_ ("Impact"), NULL, NULL, NULL, SEARCHED},
};
SCR_DEFINE_KIND (challenge,
                 "challenge",
                 N_ ("Challenge"),
                 N_ ("Challenges"),
                 "dialog-warning-symbolic",
                 "questions",
                 N_ ("What the scrutineer raised, the response, and the impact."),
                 "-day title");

const ScrKind *const scr_kinds_questions[] = {
    &question_kind,   &question_set_kind, &asking_kind, &answer_kind,    &measure_kind,
    &data_point_kind, &evidence_kind,     &voice_kind,  &challenge_kind, NULL,
};
