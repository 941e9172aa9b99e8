/** Demo, benchmarks, backup, restore and set-up. */
export default {
  demo: {
    notEmpty:
      "データベースにはすでにデータがあります。デモは空のデータベースにだけ入れられます。何も書き込んでいません。",
    records: "デモのデータを作成し、書き込んでいます…",
    flags: "直近の注意喚起を判定しています…",
    done: "デモを入れました：{{rows}}件、未解消の注意喚起{{flags}}件（{{seconds}}秒）",
    role: "立場",
    email: "メールアドレス",
    password: "パスワード",
    look: "見どころ",
    warning: "デモのパスワードは公開されています。実際のデータを扱う環境では使わないでください。",
  },
  backup: {
    usage: "使い方：npm run cli -- backup ファイル（例：backup.sasae.gz）",
    exists: "{{file}} はすでにあります。上書きはしません。別の名前を指定してください。",
    done: "{{file}} に保存しました：{{tables}}表、{{rows}}件",
    table: "  {{table}}：{{rows}}件",
  },
  restore: {
    usage: "使い方：npm run cli -- restore ファイル",
    missing: "{{file}} が見つからないか、読めません。",
    notBackup: "{{file}} は「支え」のバックアップではありません。何も書き込んでいません。",
    damaged: "{{file}} は壊れているか、途中で切れています（チェックサム不一致）。何も書き込んでいません。",
    newer:
      "{{file}} は、このプログラムより新しい版（{{migrations}}）で作られています。プログラムを更新してください。何も書き込んでいません。",
    otherVersion:
      "データベースの版がバックアップと違います（バックアップ：{{backup}}、データベース：{{database}}）。まだ何も入っていない新しいデータベース（または新しい SASAE_DATA_DIR）に復元してください。何も書き込んでいません。",
    notEmpty: "データベースにはすでにデータがあります。復元は空のデータベースにだけできます。何も書き込んでいません。",
    rowCounts: "{{table}} の件数が合いません（バックアップ：{{expected}}、復元：{{actual}}）。何も書き込んでいません。",
    done: "復元しました：{{tables}}表、{{rows}}件（{{createdAt}} のバックアップ）",
  },
  bench: {
    running: "計測中：{{name}}",
    measure: "項目",
    seconds: "秒",
    rowsPerSecond: "行/秒",
    peakMemory: "最大メモリ（MB）",
    statements: "SQL文",
    ratio: "比",
    workers: "（支援員{{workers}}人）",
    measures: {
      generate: "データの作成",
      import: "取込（検査・照合・書込み）",
      lowerBound: "同じ行を検査なしで挿入",
      importRatio: "取込 ÷ 検査なしの挿入",
      byHand: "手書きのSQL1文で同じ件数を数える",
      evaluate: "判定（集計とルール）",
      evaluateAndSave: "判定し、注意喚起を新しく記録",
      evaluateAgain: "同じ日をもう一度判定",
      growth: "判定時間の伸び",
      kpi: "契約の全指標",
    },
    times: "（支援員が{{workers}}倍のとき）",
  },
} as const;
