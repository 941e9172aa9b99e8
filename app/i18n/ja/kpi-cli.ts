/** Messages of the command line. */
export default {
  usage: "使い方：npm run cli -- コマンド [オプション] [--lang ja|en]\n  コマンド：{{commands}}",
  unknownCommand: "「{{name}}」というコマンドはありません。",
  badOption: "オプションを確認してください：{{detail}}",
  missingOption: "{{name}} を指定してください。",
  badDay: "{{name}} の「{{value}}」は実在する日付（例：2026-03-31）ではありません。",
  failed: "予期しない問題が起きたため、中止しました。何も書き込んでいません。",
  notAvailable: "このコマンドはこの版では使えません。",
} as const;
