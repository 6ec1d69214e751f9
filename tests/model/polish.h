/* A piece of a Polish catalogue, for tests of how days, numbers and durations are written in another
 * language: months change their form within a date, the decimal sign is a comma, plurals have three forms. */
#pragma once

#include "catalogue-maker.h"

#define IN_DATE "month within a date, as in 12 June 2019\004"
#define BY_ITSELF "month by itself, or with a year\004"

static const TestMessage polish[] = {
    {"", "Content-Type: text/plain; charset=UTF-8\nLanguage: pl\nPlural-Forms: nplurals=3; "
         "plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"},
    {IN_DATE "January", "stycznia"},
    {IN_DATE "February", "lutego"},
    {IN_DATE "March", "marca"},
    {IN_DATE "April", "kwietnia"},
    {IN_DATE "May", "maja"},
    {IN_DATE "June", "czerwca"},
    {IN_DATE "July", "lipca"},
    {IN_DATE "August", "sierpnia"},
    {IN_DATE "September", "września"},
    {IN_DATE "October", "października"},
    {IN_DATE "November", "listopada"},
    {IN_DATE "December", "grudnia"},
    {BY_ITSELF "January", "styczeń"},
    {BY_ITSELF "February", "luty"},
    {BY_ITSELF "March", "marzec"},
    {BY_ITSELF "April", "kwiecień"},
    {BY_ITSELF "May", "maj"},
    {BY_ITSELF "June", "czerwiec"},
    {BY_ITSELF "July", "lipiec"},
    {BY_ITSELF "August", "sierpień"},
    {BY_ITSELF "September", "wrzesień"},
    {BY_ITSELF "October", "październik"},
    {BY_ITSELF "November", "listopad"},
    {BY_ITSELF "December", "grudzień"},
    {"weekday\004Monday", "poniedziałek"},
    {"weekday\004Tuesday", "wtorek"},
    {"weekday\004Wednesday", "środa"},
    {"weekday\004Thursday", "czwartek"},
    {"weekday\004Friday", "piątek"},
    {"weekday\004Saturday", "sobota"},
    {"weekday\004Sunday", "niedziela"},
    {"weekday, abbreviated\004Wed", "śr."},
    {"day with its weekday\004%1$s %2$s %3$s %4$s", "%1$s, %2$s %3$s %4$s r."},
    {"decimal sign\004.", ","},
    {"duration\004%s h", "%s godz."},
    {"duration\004%1$s h %2$s min", "%1$s godz. %2$s min"},
    {"typed duration\004h|hr|hrs|hour|hours", "godz|g|godzina|godziny|godzin"},
    {"typed day\004tomorrow", "jutro"},
    {"%lu day ago", "%lu dzień temu|%lu dni temu|%lu dni temu"},
    {"answer\004Yes", "Tak"},
    {"%s (in the bin)", "%s (w koszu)"},
    {"Untitled: %s", "Bez tytułu: %s"},
    {"Meeting", "Spotkanie"},
    {"Good", "Dobrze"},
};
