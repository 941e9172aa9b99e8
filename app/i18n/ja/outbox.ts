export default {
  offline:
    "インターネットにつながっていません。入力した記録はこの端末に保存され、つながると自動で送られます。日付を確かめて入力してください。",
  kept: "この端末に保存しました。インターネットにつながると自動で送られます。続けて別の記録も入力できます。",
  sent_one: "保存していた記録を{{count}}件送りました。",
  sent_other: "保存していた記録を{{count}}件送りました。",
  waiting_one: "未送信の記録が{{count}}件あります",
  waiting_other: "未送信の記録が{{count}}件あります",
  sendNow: "今すぐ送る",
  state: {
    refused: "内容に確認が必要なため、まだ送られていません。",
    signIn: "サインインし直すと送られます。",
  },
  open: "開いて直す",
  signIn: "サインインする",
  discard: "取り消す",
  confirmDiscard: "「{{title}}」の未送信の入力を消します。元に戻せません。よろしいですか。",
} as const;
