/* Kinds of the partnership map: who there is, who answers to whom, and on what terms. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField partnership_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    {"short_title", TEXT, N_ ("Short name"), NULL, NULL, NULL, SEARCHED, 0, 60},
    {"area", TEXT, N_ ("Area"), NULL, NULL, NULL, SEARCHED | COLUMN},
    {"website", TEXT, N_ ("Web address"), N_ ("Where the arrangements are published."), NULL, NULL, 0},
    {"vision", RICH, N_ ("Vision"), NULL, NULL, NULL, SEARCHED},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (partnership,
                 "partnership",
                 N_ ("Partnership"),
                 N_ ("Partnerships"),
                 "emblem-shared-symbolic",
                 "map",
                 N_ ("One area's arrangement, or several areas together."),
                 "position title");

static const ScrField arrangement_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"state", STATUS, N_ ("State"), NULL, NULL, "arrangement-state", COLUMN},
    {"publish_due", DAY, N_ ("Publication due"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"published", DAY, N_ ("Published"), NULL, NULL, NULL, COLUMN},
    {"effective_due", DAY, N_ ("In force due"), NULL, NULL, NULL, 0},
    {"effective", DAY, N_ ("In force from"), NULL, NULL, NULL, COLUMN},
    {"ended", DAY, N_ ("Ended"), NULL, NULL, NULL, 0},
    {"guidance", TEXT, N_ ("Guidance it follows"), NULL, N_ ("How it works"), NULL, SEARCHED},
    {"summary", RICH, N_ ("Summary"), NULL, NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (arrangement,
                 "arrangement",
                 N_ ("Arrangement"),
                 N_ ("Arrangements"),
                 "folder-documents-symbolic",
                 "map",
                 N_ ("A dated version of how a partnership works."),
                 "effective publish_due title");

static const ScrField organisation_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "organisation-kind", COLUMN},
    {"statutory", BOOL, N_ ("Statutory partner"), N_ ("Local authority, health and police share the duty."),
     NULL, NULL, COLUMN},
    {"tiers", TEXT, N_ ("Tiers"),
     N_ ("Where it answers at more than one level: name each, with a semicolon between them."), NULL, NULL, SEARCHED},
    {"sector", CHOICE, N_ ("Sector"), NULL, NULL, "sector", COLUMN},
    {"from", DAY, N_ ("From"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    {"succeeds", REFERENCE, N_ ("Succeeds"), NULL, NULL, "organisation", 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (organisation,
                 "organisation",
                 N_ ("Organisation"),
                 N_ ("Organisations"),
                 "user-home-symbolic",
                 "map",
                 N_ ("Councils, health bodies, police and all who work with them."),
                 "title");

static const ScrField person_fields[] = {
    {"title", TEXT, N_ ("Name or role"), N_ ("A role is enough. Never a child's name."), NULL, NULL, NAME},
    {"organisation", REFERENCE, N_ ("Works for"), NULL, NULL, "organisation", COLUMN},
    {"email", TEXT, N_ ("E-mail"), NULL, NULL, NULL, SEARCHED},
    {"telephone", TEXT, N_ ("Telephone"), NULL, NULL, NULL, 0, 0, 60},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (person,
                 "person",
                 N_ ("Person"),
                 N_ ("People"),
                 "avatar-default-symbolic",
                 "map",
                 N_ ("People who hold a role in a partnership."),
                 "title");

static const ScrField appointment_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"person", REFERENCE, N_ ("Person"), NULL, NULL, "person", COLUMN},
    {"role", CHOICE, N_ ("Role"), NULL, NULL, "role", REQUIRED | COLUMN},
    {"organisation", REFERENCE, N_ ("On behalf of"), NULL, NULL, "organisation", 0},
    {"from", DAY, N_ ("From"), NULL, N_ ("Term"), NULL, COLUMN},
    {"until", DAY, N_ ("Until"), N_ ("A term that ends soon is shown under Today."), NULL, NULL, COLUMN},
    {"days", NUMBER, N_ ("Days a year"), N_ ("Contracted days, such as 20 or 12.5."), NULL, NULL, COLUMN, 0,
     366},
    {"substitutes", REFERENCE, N_ ("Substitutes for"), N_ ("The appointment that this one stands in for."),
     NULL, "appointment", 0},
    {"succeeds", REFERENCE, N_ ("Succeeds"), NULL, NULL, "appointment", 0},
    {"freedom_to_roam", BOOL, N_ ("Freedom to roam"), N_ ("May attend any meeting and speak to anybody."),
     N_ ("Remit"), NULL, 0},
    {"remit", RICH, N_ ("Remit"), NULL, NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (appointment,
                 "appointment",
                 N_ ("Appointment"),
                 N_ ("Appointments"),
                 "user-info-symbolic",
                 "map",
                 N_ ("A person in a role, with its term and its days a year."),
                 "-until title");

static const ScrField group_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "group-kind", COLUMN},
    {"purpose", RICH, N_ ("Purpose"), NULL, NULL, NULL, SEARCHED},
    {"quorum", NUMBER, N_ ("Quorum"), N_ ("How many members must be present."), NULL, NULL, 0, 0, 500},
    {"from", DAY, N_ ("From"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    {"succeeds", REFERENCE, N_ ("Succeeds"), NULL, NULL, "group", 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (group,
                 "group",
                 N_ ("Group"),
                 N_ ("Groups"),
                 "system-users-symbolic",
                 "map",
                 N_ ("Boards, executives, working groups, subgroups, learning hubs."),
                 "title");

static const ScrField membership_fields[] = {
    {"group", REFERENCE, N_ ("Group"), NULL, NULL, "group", REQUIRED | PARENT | TITLE | COLUMN},
    {"member", REFERENCE, N_ ("Member"), NULL, NULL, "person appointment organisation",
     REQUIRED | TITLE | COLUMN},
    {"capacity", CHOICE, N_ ("In the capacity of"), NULL, NULL, "capacity", COLUMN},
    {"from", DAY, N_ ("From"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (membership,
                 "membership",
                 N_ ("Membership"),
                 N_ ("Memberships"),
                 "system-users-symbolic",
                 "map",
                 N_ ("Who belongs to which group, and as what."),
                 "group from");

#define CARDS "organisation group appointment person partnership"

static const ScrField link_fields[] = {
    {"from_card", REFERENCE, N_ ("From"), NULL, NULL, CARDS, REQUIRED | TITLE | COLUMN},
    {"kind", CHOICE, N_ ("Kind of link"), NULL, NULL, "link-kind", REQUIRED | TITLE | COLUMN},
    {"to_card", REFERENCE, N_ ("To"), NULL, NULL, CARDS, REQUIRED | TITLE | COLUMN},
    FIELD_PARTNERSHIP,
    {"state", STATUS, N_ ("State"), NULL, NULL, "link-state", COLUMN},
    {"label", TEXT, N_ ("Label"), NULL, NULL, NULL, SEARCHED},
    {"tier", TEXT, N_ ("Tier"), N_ ("Which of the tiers of the organisation it reaches."), NULL, NULL, SEARCHED},
    {"from", DAY, N_ ("From"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (link,
                 "link",
                 N_ ("Link"),
                 N_ ("Links"),
                 "insert-link-symbolic",
                 "map",
                 N_ ("Who answers to whom, reports to whom, supports or scrutinises whom."),
                 "from_card to_card");

/* Where a person, or Tidy, put a card on the map: one for each partnership (none is the map of all) and layout.
 * Its identity is made from these three, so that two copies of a record agree on it. */
static const ScrField placement_fields[] = {
    {"card", REFERENCE, N_ ("Card"), NULL, NULL, CARDS, REQUIRED | TITLE | PARENT | HIDDEN},
    {"partnership", REFERENCE, N_ ("Partnership"), NULL, NULL, "partnership", SCR_FIELD_PARTNERSHIP | HIDDEN},
    {"layout", TEXT, N_ ("Layout"), NULL, NULL, NULL, HIDDEN, 0, 40},
    {"x", NUMBER, N_ ("Place from the left"), NULL, NULL, NULL, HIDDEN, -1e6, 1e6},
    {"y", NUMBER, N_ ("Place from the top"), NULL, NULL, NULL, HIDDEN, -1e6, 1e6},
};
SCR_DEFINE_KIND (placement,
                 "placement",
                 N_ ("Place on the map"),
                 N_ ("Places on the map"),
                 "view-grid-symbolic",
                 "",
                 N_ ("Where a card stands on the map."),
                 "card");

static const ScrField map_view_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"layout", TEXT, N_ ("Layout"), NULL, NULL, NULL, HIDDEN, 0, 40},
    {"hidden_links", TEXT, N_ ("Kinds of link left out"), NULL, NULL, NULL, HIDDEN, 0, 4000},
    {"hidden_cards", TEXT, N_ ("Kinds of card left out"), NULL, NULL, NULL, HIDDEN, 0, 200},
    {"around", REFERENCE, N_ ("Only what is tied to"), NULL, N_ ("What it shows"), CARDS, 0},
    {"steps", NUMBER, N_ ("Steps away"), NULL, NULL, NULL, 0, 1, 2},
    {"gaps_only", BOOL, N_ ("Only where something is missing"), NULL, NULL, NULL, COLUMN},
    {"coverage", BOOL, N_ ("Where the scrutineer has been"), NULL, NULL, NULL, 0},
    {"day", DAY, N_ ("Shown as at"), N_ ("Empty means the day that the record shows."), NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (map_view,
                 "map_view",
                 N_ ("View of the map"),
                 N_ ("Views of the map"),
                 "view-reveal-symbolic",
                 "map",
                 N_ ("A choice of what the map shows, kept by name."),
                 "title");

static const ScrField gap_fields[] = {
    {"title", TEXT, N_ ("What is missing"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"rule", CHOICE, N_ ("Kind of gap"), NULL, NULL, "gap-rule", COLUMN},
    {"about", REFERENCE, N_ ("About"), NULL, NULL,
     "link organisation group appointment arrangement brief partnership", COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "gap-state", COLUMN},
    {"owner", REFERENCE, N_ ("Owner"), NULL, N_ ("Closing it"), "person appointment organisation", COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"reason", TEXT, N_ ("Why it is accepted"), NULL, NULL, NULL, SEARCHED, 0, 500},
    {"resolution", RICH, N_ ("Resolution"), NULL, NULL, NULL, SEARCHED},
    {"closed", DAY, N_ ("Closed"), NULL, NULL, NULL, 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (gap,
                 "gap",
                 N_ ("Gap"),
                 N_ ("Gaps"),
                 "action-unavailable-symbolic",
                 "map",
                 N_ ("Holes in who answers to whom, followed until they are closed."),
                 "due title");

static const ScrField brief_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"version", TEXT, N_ ("Version"), NULL, NULL, NULL, COLUMN, 0, 40},
    {"state", STATUS, N_ ("State"), NULL, NULL, "brief-state", COLUMN},
    {"agreed", DAY, N_ ("Agreed"), NULL, N_ ("Dates"), NULL, COLUMN},
    {"agreed_by", REFERENCE, N_ ("Agreed by"), NULL, NULL, "group partnership", 0},
    {"review", DAY, N_ ("Review due"), NULL, NULL, NULL, COLUMN},
    {"term", TEXT, N_ ("Term"), NULL, N_ ("What it asks"), NULL, SEARCHED},
    {"text", RICH, N_ ("Text"), NULL, NULL, NULL, SEARCHED},
    {"file", FILE_, N_ ("File"), N_ ("The brief as it was published."), NULL, NULL, 0},
    {"succeeds", REFERENCE, N_ ("Earlier version"), NULL, NULL, "brief", 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (brief,
                 "brief",
                 N_ ("Brief"),
                 N_ ("Briefs"),
                 "text-x-generic-symbolic",
                 "map",
                 N_ ("What a partnership asks of its scrutineer."),
                 "-agreed title");

static const ScrField remit_fields[] = {
    {"title", TEXT, N_ ("What is asked or granted"), NULL, NULL, NULL, NAME, 0, 500},
    {"brief", REFERENCE, N_ ("Brief"), NULL, NULL, "brief", REQUIRED | PARENT | COLUMN},
    {"sort", CHOICE, N_ ("Sort"), NULL, NULL, "remit-sort", REQUIRED | COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (remit,
                 "remit",
                 N_ ("Purpose, function or right"),
                 N_ ("Purposes, functions and rights"),
                 "emblem-ok-symbolic",
                 "map",
                 N_ ("The parts of a brief, one by one."),
                 "brief position title");

static const ScrField procurement_step_fields[] = {
    {"title", TEXT, N_ ("Step"), NULL, NULL, NULL, NAME},
    {"brief", REFERENCE, N_ ("Brief"), NULL, NULL, "brief", REQUIRED | PARENT | COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"done", DAY, N_ ("Done"), NULL, NULL, NULL, COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (procurement_step,
                 "procurement_step",
                 N_ ("Procurement step"),
                 N_ ("Procurement steps"),
                 "object-select-symbolic",
                 "map",
                 N_ ("How the scrutineer is found and appointed."),
                 "brief position due");

static const ScrField access_fields[] = {
    {"title", TEXT, N_ ("What was asked for"), NULL, NULL, NULL, NAME},
    {"appointment", REFERENCE, N_ ("Appointment"), NULL, NULL, "appointment", REQUIRED | PARENT | COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"where", REFERENCE, N_ ("Where"), NULL, NULL, "group organisation meeting", COLUMN},
    {"result", STATUS, N_ ("Result"), NULL, NULL, "access-result", COLUMN},
    {"reason", TEXT, N_ ("Reason given"), NULL, NULL, NULL, SEARCHED, 0, 500},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (access,
                 "access",
                 N_ ("Access"),
                 N_ ("Access log"),
                 "changes-allow-symbolic",
                 "map",
                 N_ ("Where the scrutineer asked to go, and whether the door was open."),
                 "-day title");

static const ScrField role_trait_fields[] = {
    {"title", TEXT, N_ ("What the role does or does not do"), NULL, NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"role", CHOICE, N_ ("Role"), NULL, NULL, "role", REQUIRED | COLUMN},
    {"does", BOOL, N_ ("Part of the role"), NULL, NULL, NULL, COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (role_trait,
                 "role_trait",
                 N_ ("Role trait"),
                 N_ ("Role comparison"),
                 "view-dual-symbolic",
                 "map",
                 N_ ("What chair and scrutineer each do and do not do."),
                 "role position");

static const ScrField inspection_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"inspected", REFERENCE, N_ ("Who was inspected"), NULL, NULL, "group organisation partnership", COLUMN},
    {"inspector", TEXT, N_ ("Inspectorate"), NULL, NULL, NULL, SEARCHED | COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"judgement", TEXT, N_ ("Judgement"), NULL, NULL, NULL, SEARCHED | COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (inspection,
                 "inspection",
                 N_ ("Inspection"),
                 N_ ("Inspections"),
                 "security-high-symbolic",
                 "map",
                 N_ ("What inspectors found."),
                 "-day title");

static const ScrField peer_scrutiny_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"peer", REFERENCE, N_ ("Peer"), NULL, NULL, "partnership organisation", COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "proposal-state", COLUMN},
    {"lead", REFERENCE, N_ ("Developed by"), NULL, NULL, "person appointment", 0},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"about", RICH, N_ ("What is looked at"), N_ ("No personal detail is exchanged."), NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (peer_scrutiny,
                 "peer_scrutiny",
                 N_ ("Peer scrutiny"),
                 N_ ("Peer scrutiny"),
                 "send-to-symbolic",
                 "map",
                 N_ ("Partnerships that look at each other's work."),
                 "-day title");

const ScrKind *const scr_kinds_map[] = {
    &partnership_kind,
    &arrangement_kind,
    &organisation_kind,
    &group_kind,
    &person_kind,
    &appointment_kind,
    &membership_kind,
    &link_kind,
    &placement_kind,
    &map_view_kind,
    &gap_kind,
    &brief_kind,
    &remit_kind,
    &procurement_step_kind,
    &access_kind,
    &role_trait_kind,
    &inspection_kind,
    &peer_scrutiny_kind,
    NULL,
};
