/* A source over a table in memory, for tests of what reads items. It lists in the order in which items were
 * added. */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

#define TEST_TYPE_TABLE_SOURCE (test_table_source_get_type ())
G_DECLARE_FINAL_TYPE (TestTableSource, test_table_source, TEST, TABLE_SOURCE, GObject)

TestTableSource *test_table_source_new (void);
ScrItem *
test_table_source_add (TestTableSource *self, const char *kind, const char *id, ...) G_GNUC_NULL_TERMINATED;
void test_table_source_set (ScrItem *item, const char *field, const char *text);

G_END_DECLS
