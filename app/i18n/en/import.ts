import problem from "./import-problems";
import screen from "./import-screen";

export default {
  ...screen,
  problem,
  notice: {
    supervisor_unknown: "This supervisor is not on the staff list. That is fine for an external supervisor.",
    file_ignored: "This file is not part of the exchange format and was not read.",
    sheet_ignored: "The sheet “{{value}}” is not part of the exchange format and was not read.",
  },
  place: {
    file: "{{file}}: ",
    row: "{{file}} row {{row}}: ",
    column: "{{file}} row {{row}}, {{column}}: ",
    value: "{{file}} row {{row}}, {{column}}, “{{value}}”: ",
  },
  more_one: "There is {{count}} more problem.",
  more_other: "There are {{count}} more problems.",
  refused_one: "Nothing was imported because of {{count}} problem.",
  refused_other: "Nothing was imported because of {{count}} problems.",
  progress: {
    read: "Reading: {{done}} of {{total}} rows",
    check: "Checking {{total}} rows",
    write: "Importing: {{done}} of {{total}} rows",
  },
  cli: {
    usage: "Usage: import --contract CODE FOLDER_OR_XLSX [--dry-run] [--json]",
    notFound: "There is no “{{path}}”. Name a folder, an .xlsx or a .csv file.",
    unknownContract: "There is no contract “{{code}}”. Use a code that contract:add has added.",
    file: "{{file}} ({{encoding}}): {{rows}} rows; added {{added}}, changed {{changed}}, unchanged {{unchanged}}",
    done: "Imported.",
    dryRun: "Checked only. Nothing was written.",
  },
} as const;
