export default {
  evidence: {
    label: "証明書などのファイル",
    hint: "PDF・PNG・JPEG、{{max}}MBまで。スマートフォンではその場で撮影もできます。本人と受託事業者の管理者だけが開けます。",
    none: "ファイルはありません",
    file: "{{name}}（{{kind}}、{{size}}）",
    remove: "削除する",
    removeNamed: "{{name}}を削除する",
    problem: {
      tooLarge: "ファイルが大きすぎます。{{max}}MBまでのファイルを選び直してください",
      notAllowed: "PDF・PNG・JPEGのファイルを選び直してください（ファイルの中身で確かめています）",
      heic: "HEIC形式の写真は受け付けていません。JPEGに変換するか、画面を撮影した画像（PNG）を選び直してください",
      empty: "ファイルの中身が空です。もう一度選び直してください",
    },
  },
} as const;
