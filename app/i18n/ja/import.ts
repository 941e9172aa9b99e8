import problem from "./import-problems";
import screen from "./import-screen";

export default {
  ...screen,
  problem,
  notice: {
    supervisor_unknown: "このスーパーバイザーは職員にいません。外部の方であればこのままで構いません。",
    file_ignored: "このファイルは取り込みの対象ではないので読みませんでした。",
    sheet_ignored: "シート「{{value}}」は取り込みの対象ではないので読みませんでした。",
  },
  place: {
    file: "{{file}}：",
    row: "{{file}} {{row}}行目：",
    column: "{{file}} {{row}}行目「{{column}}」：",
    value: "{{file}} {{row}}行目「{{column}}」の「{{value}}」：",
  },
  more_one: "ほかに{{count}}件の問題があります。",
  more_other: "ほかに{{count}}件の問題があります。",
  refused_one: "{{count}}件の問題があるため、何も取り込みませんでした。",
  refused_other: "{{count}}件の問題があるため、何も取り込みませんでした。",
  progress: {
    read: "読み込んでいます：{{done}} / {{total}}行",
    check: "確認しています：{{total}}行",
    write: "取り込んでいます：{{done}} / {{total}}行",
  },
  cli: {
    usage: "使い方：import --contract コード フォルダまたはXLSX [--dry-run] [--json]",
    notFound: "「{{path}}」がありません。フォルダ、.xlsx、.csv のどれかを指定してください。",
    unknownContract: "契約「{{code}}」はありません。contract:add で追加したコードを指定してください。",
    file: "{{file}}（{{encoding}}）：{{rows}}行　追加 {{added}}　変更 {{changed}}　変更なし {{unchanged}}",
    done: "取り込みました。",
    dryRun: "確認だけを行いました。何も書き込んでいません。",
  },
} as const;
