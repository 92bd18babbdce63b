/** The commands by name: what each is for, how it is used, and where it is; a command's code is loaded when it is run. */

import { AGREEMENT_COMMANDS } from './agreement-commands.ts';
import type { Command } from './command.ts';
import { SCENARIO_COMMANDS } from './scenario-commands.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  simulate: {
    summary: 'replay a history against a rule set and print the measures',
    help: `accord simulate (--data DIR | --workshop FILE) --rules FILE [options]

Prints one JSON document: for each level the leads that reach it, their conversion with interval and bounds.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead
  --rules FILE           the rule set, JSON
  --as-of T              stand at this moment (a date alone is its midnight)
  --from T, --to T       only leads created from T, and before T
  --maturity-days N      how long a lead may take before "not converted" is known (the workshop's own, else 90)
  --horizon H            outcome (default) or handover
  --time-zone Z          for times without an offset; with --data only
  --reference-date T     for leads without any date
  --leads OUT.csv        also write one row a lead

Examples
  accord simulate --data exports/2026 --rules rules.json
  accord simulate --workshop spring.accord --rules rules.json --as-of 2026-01-31 --leads leads.csv`,
    load: async () => (await import('./simulate.ts')).runSimulate,
  },
  rules: {
    summary: 'check a rule set, and write it as a table of points or as a page to read',
    help: `accord rules RULESET.json [--json | --csv | --page]
accord rules --schema

Checks the rule set and prints it; what is wrong with it is named with its place.

  --json                 as JSON, brief: what equals its default is left out (this is the default)
  --csv                  the points table: a row a rule, of bands a row a band
  --page                 one HTML page to read, print and send
  --schema               the JSON Schema of the format

Examples
  accord rules rules.json --page > rules.html
  accord rules rules.json --csv > points.csv`,
    load: async () => (await import('./rules.ts')).runRulesCommand,
  },
  effects: {
    summary: 'say what each rule of a rule set does to the leads of a history',
    help: `accord effects (--data DIR | --workshop FILE) --rules FILE [--level ID] [options]

Prints one JSON document: for each rule the leads that it touches before their horizon, its awards and points (before limits,
and before they fade), how the touched and the others converted with the interval of the difference, and the leads that it
alone brings over the level, or keeps below. warnings: what an author should look at, each with its place.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead
  --rules FILE           the rule set, JSON
  --level ID             the level that "alone" speaks of (the first of the rule set)
  --as-of T, --from T, --to T, --maturity-days N, --horizon H, --time-zone Z, --reference-date T
                         as for simulate

Examples
  accord effects --data exports/2026 --rules rules.json
  accord effects --workshop spring.accord --rules rules.json --level hot`,
    load: async () => (await import('./effects.ts')).runEffectsCommand,
  },
  ...SCENARIO_COMMANDS,
  ...AGREEMENT_COMMANDS,
  templates: {
    summary: 'list the ready-made programmes',
    help: `accord templates [--json]

One a line: its id, its title, and what it is. accord template ID prints one as a rule set.

  --json                 one JSON document

Example
  accord templates`,
    load: async () => (await import('./templates.ts')).runTemplatesCommand,
  },
  template: {
    summary: 'print a ready-made programme as a rule set, mapped onto a history',
    help: `accord template ID [--data DIR | --workshop FILE] [--time-zone Z] [--reference-date T]

Prints the rule set, JSON. With a history its rules read that history's columns, values and types of activities; each rule
that has none is named on standard error with what it needs, and so is each level that what is left cannot reach. Without a
history the columns have their usual names.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead; attributes that it keeps out of rules are not read
  --time-zone Z          for times without an offset; with --data only
  --reference-date T     for leads without any date

Examples
  accord template five-steps > rules.json
  accord template two-dimensions --workshop spring.accord > rules.json`,
    load: async () => (await import('./template.ts')).runTemplateCommand,
  },
  profile: {
    summary: 'what the best customers of a history share, attribute by attribute and act by act',
    help: `accord profile (--data DIR | --workshop FILE) [options]

Prints one JSON document: for each value, band and behaviour the leads, how many have a known outcome and how many converted,
the rate with its interval, lift, weight of evidence, and q, which allows for everything that was looked at; above 0.1 it says
nothing. What a lead did counts only before its outcome. Most telling attributes first, by information value.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead; attributes that it keeps out of rules are flagged
  --pairs                also look for pairs of levels that say more than either alone
  --as-of T              stand at this moment (a date alone is its midnight)
  --from T, --to T       only leads created from T, and before T
  --maturity-days N      how long a lead may take before "not converted" is known (the workshop's own, else 90)
  --horizon H            outcome (default) or handover: what a lead did after the hand-over does not count
  --time-zone Z          for times without an offset; with --data only
  --reference-date T     for leads without any date

Examples
  accord profile --data exports/2026
  accord profile --workshop spring.accord --pairs --horizon handover`,
    load: async () => (await import('./profile.ts')).runProfileCommand,
  },
  suggest: {
    summary: 'learn points from a history and print near-equal scorecards',
    help: `accord suggest (--data DIR | --workshop FILE) [options]

Prints one JSON document: up to five cards, each a complete rule set with a proposed threshold, with what it was chosen on
(older leads) and judged on (newer ones): auc, rate at the threshold, recall, each with its n. Attributes that leak the outcome, today's
counters and what a workshop keeps out of rules are never read. Needs 40 leads that converted and 40 that did not.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead; its scenario is judged on the same leads
  --rules N              at most so many rules (8)
  --max-points P         the largest size of a rule's points (50)
  --multiple-of M        points are multiples of it (5)
  --choose-before T      learn from leads created before it (proposed from the history)
  --judge-after T        judge on leads created from then on; what was not known by then teaches nothing
  --forbid ATTRIBUTE     never read it; may be given several times
  --against FILE         a rule set to be judged on the same leads
  --as-of T, --from T, --to T, --maturity-days N, --horizon H, --time-zone Z, --reference-date T
                         as for simulate

Examples
  accord suggest --data exports/2026
  accord suggest --workshop spring.accord --rules 5 --forbid country --choose-before 2025-07-01 --judge-after 2025-10-01`,
    load: async () => (await import('./suggest.ts')).runSuggestCommand,
  },
  import: {
    summary: 'bring a data folder or a CSV file into a workshop',
    help: `accord import WORKSHOP DATA_FOLDER [--time-zone ZONE] [--json]
accord import WORKSHOP FILE.csv --mapping MAPPING.json [--json]

Makes the workshop if there is none. All or nothing; prints what was read, accepted, rejected and duplicate.

Examples
  accord import spring.accord exports/2026
  accord import spring.accord Leads.csv --mapping mapping.json`,
    load: async () => (await import('./import.ts')).runImportCommand,
  },
  rejected: {
    summary: 'write the rows that an import rejected, to be mended and imported again',
    help: `accord rejected WORKSHOP [--import N] [--out FOLDER]

Writes each file's rejected rows as a CSV: line, column and reason in front, then the cells as they were. Mend the cells, save,
and import the file again; the three columns in front are left out again. Without --out the CSV goes to standard output, where
there is just one file. A file that is there already is not written over.

  --import N             the number of an import (accord import --json tells it); default: the newest that rejected any row
  --out FOLDER           a file for each, called Leads-rejected.csv and so on

Examples
  accord rejected spring.accord > to-mend.csv
  accord rejected spring.accord --import 3 --out to-mend`,
    load: async () => (await import('./rejected.ts')).runRejectedCommand,
  },
  read: {
    summary: 'read a file of any CSV dialect, say what it holds, and write it clean',
    help: `accord read FILE [--encoding E] [--delimiter D] [--header first|none] [--out CLEAN.csv]

Prints one JSON document: how the file is written, its columns, what was rejected and why, and what to look at.

  --encoding E           utf-8, utf-16le, windows-1250, windows-1252, iso-8859-2 and so on; found out where it is not said
  --delimiter D          one character, or comma, semicolon, tab, pipe; found out where it is not said
  --header first|none    whether the first line is the heading; found out where it is not said
  --out CLEAN.csv        also write the table: UTF-8, comma, RFC 4180

Examples
  accord read Leads.csv
  accord read kontakte.csv --encoding windows-1250 --delimiter semicolon --out clean.csv`,
    load: async () => (await import('./read.ts')).runReadCommand,
  },
  erase: {
    summary: 'erase a lead for good, with all its traces',
    help: `accord erase WORKSHOP LEAD_ID

Takes the lead out of the workshop: its rows, the cells that only it held, what a panel said of it, rows of imports that
name it. The file keeps nothing of it, and the log says only that a lead was erased. It cannot be undone. Backups and copies
of the file that were made before still hold the lead, as do the files that it was imported from: erase it there too, or
delete them.

Example
  accord erase spring.accord 00Q3x00001AbCdE`,
    load: async () => (await import('./erase.ts')).runEraseCommand,
  },
  costs: {
    summary: 'bring costs into a workshop, and say what a lead, an MQL and an SQL cost',
    help: `accord costs WORKSHOP [FILE] [--by ATTRIBUTE] [--json]

Imports what each source cost in each month, then prints the costs by source and month with the leads of each: per lead,
per MQL and per SQL, and the return on spend. Without a file it only prints. A month without a cost is left out, not 0.

The heading of the file names
  a source               source, lead source, channel, campaign
  a month                month, period, date, day, start date; or a column a month, as 2026-01
  an amount              actual cost, cost, amount, spend

Rows of the same source and month are added up; they take the place of what the workshop held for that source and month.
A row that cannot be read is named with its line, column and reason; the others are stored all together, or none of them.

The file may be CSV in any dialect and encoding, or an Excel workbook. SQLs are leads whose outcome is converted, as in the
What-if; leads that are too young for an outcome take their share of the cost out of the cost per SQL.

  --by ATTRIBUTE         the attribute of the leads that the costs name, kept in the workshop; '' for their source again
  --json                 one JSON document; amounts are whole cents

Examples
  accord costs spring.accord
  accord costs spring.accord campaigns.xlsx --by utm_campaign
  accord costs spring.accord spend-2026.csv`,
    load: async () => (await import('./costs.ts')).runCostsCommand,
  },
  demo: {
    summary: 'make the demo history, as a workshop or as a data folder',
    help: `accord demo --out FILE.accord|DIR [--leads N] [--seed S] [--dirty]

A believable B2B history made from a seed: the same seed gives the same rows. Prints what was written, as JSON.

Examples
  accord demo --out demo.accord
  accord demo --leads 100000 --seed 7 --out exports/demo --dirty`,
    load: async () => (await import('./demo.ts')).runDemoCommand,
  },
  serve: {
    summary: 'open the app in the browser, from this machine only',
    help: `accord serve [--workshop FILE | --demo] [--print-url] [--port N] [--workshops DIR] [--settings DIR] [--idle-minutes N]

Serves the app on 127.0.0.1 and opens the browser; the address works once, for one browser.

  --workshop FILE        open this workshop
  --demo                 open the demo workshop, made when it is not there yet
  --print-url            print the address instead of opening a browser
  --port N               default: any free port
  --workshops DIR        where new and uploaded workshops are kept (default: Accord in your home folder)
  --settings DIR         where the list of recent workshops is kept
  --idle-minutes N       end when unused for so long (default 30)

Examples
  accord serve
  accord serve --demo
  accord serve --workshop spring.accord --print-url`,
    load: async () => (await import('../serve/serve-command.ts')).runServe,
  },
};
