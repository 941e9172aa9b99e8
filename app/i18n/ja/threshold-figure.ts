/** 注意喚起の数値と、その求め方。 */
export default {
  count: {
    name: "今年度の担当件数",
    value: "{{count}}件",
    how: "4月1日から判定の日までに担当した別々のケースを数える（終結・引き継ぎ済みを含む）",
  },
  cap: {
    name: "本人の上限",
    value: "{{cap}}件",
    how: "契約上の上限{{contractCap}}件×常勤換算{{fte}}×在籍{{presentDays}}日÷{{daysInYear}}日",
  },
  forecast: {
    name: "年度末の見込み",
    value: "{{forecastMean}}件",
    how: "これまでの{{count}}件＋残りの開所日{{openDaysLeft}}日×1日{{rate}}件（{{windowFrom}}からの新規{{newCases}}件÷開所日{{windowOpenDays}}日）",
  },
  range: {
    name: "見込みの80%区間",
    value: "{{forecastLow}}〜{{forecastHigh}}件",
    how: "これまでの{{count}}件＋平均{{toCome}}件のポアソン分布の10%点・90%点",
  },
  load: {
    name: "重み付きの合計",
    value: "{{weightedLoad}}",
    how: "担当中の{{activeCases}}件の重みの合計（1件を1とし、複雑さの区分が2つ目以降1つにつき0.5、最大3）",
  },
  limit: { name: "超えた基準", value: "{{limit}}", how: "常勤1人あたり{{limitPerFte}}×常勤換算{{fte}}" },
  overtime: { name: "時間外労働", value: "{{hours}}時間", how: "{{month}}の報告。基準は{{limit}}時間" },
  overtimeRun: {
    name: "続いている月",
    value: "{{months}}か月",
    how: "{{month}}までに{{clearedAt}}時間を超えた月を、さかのぼって数える",
  },
  quarter: {
    name: "判定した四半期",
    value: "{{year}}{{quarter}}（{{quarterEndsOn}}まで）",
    how: "在籍して休職していない日が60日以上ある四半期が対象（この四半期は{{presentDays}}日）",
  },
  attended: { name: "その四半期の出席", value: "{{attended}}回", how: "実施済みで「出席」と記録された回数" },
  lastAttended: { name: "最後の出席", value: "{{lastAttendedOn}}", how: "出席の記録のうち最も新しい日" },
  planned: { name: "次の予定", value: "{{plannedOn}}", how: "参加する予定のうち最も近い日" },
  hours: {
    name: "今年度の研修時間",
    value: "{{hours}}時間",
    how: "4月1日から判定の日までの、承認済みの研修記録の合計",
  },
  hoursDue: {
    name: "今の時点で必要な時間",
    value: "{{hoursDue}}時間",
    how: "契約の目標{{contractTarget}}時間×在籍{{presentDays}}日÷{{daysInYear}}日",
  },
  hoursLimit: { name: "下回った基準", value: "{{threshold}}時間", how: "必要な{{hoursDue}}時間×{{percent}}%" },
  ownTarget: {
    name: "本人の年度目標",
    value: "{{ownTarget}}時間",
    how: "契約の目標{{contractTarget}}時間を、在籍日数の割合で按分。不足は{{missing}}時間",
  },
  expiry: { name: "有効期限", value: "{{expiresOn}}", how: "「{{kind}}」の登録にある最後の有効日" },
  daysLeft: {
    name: "残りの日数",
    value: "{{daysLeft}}日",
    how: "判定の日から{{expiresOn}}までの日数（過ぎていると負の数）",
  },
  factors: { name: "重なっている要因", value: "{{factorCount}}つ", how: "下の要因のうち、あてはまる数" },
  index: { name: "働きやすさ指数", value: "{{index}}", how: "各質問の（平均−1）÷4×100を平均（{{closedOn}}締切）" },
  before: { name: "前回の指数", value: "{{before}}", how: "{{beforeClosedOn}}締切のアンケート。差は{{change}}" },
  response: { name: "回答率", value: "{{responseRate}}%", how: "回答{{answered}}人÷対象{{eligible}}人" },
  exits: {
    name: "離職の割合",
    value: "{{percent}}%",
    how: "離職{{leavers}}人÷在籍した支援員{{of}}人×100（{{windowFrom}}〜{{windowTo}}）",
  },
  fte: {
    name: "支援員の常勤換算",
    value: "{{fte}}",
    how: "休業中を除く支援員の週の勤務時間の合計÷常勤の週の時間。仕様書は{{requiredFte}}",
  },
  outreach: {
    name: "専任のアウトリーチ支援員",
    value: "{{outreachWorkers}}人",
    how: "休業中を除き、専任と登録された支援員を数える。仕様書は{{requiredOutreachWorkers}}人",
  },
  since: { name: "続いている期間", value: "{{belowSince}}から", how: "下回る日が途切れずに続き始めた日" },
  pay: {
    name: "下限を下回る人",
    value: "{{below}}人",
    how: "年収の分かる{{known}}人のうち、下限（年{{floorJpy}}円×常勤換算）を下回る人",
  },
  due: { name: "最も古い未提出の期限", value: "{{dueOn}}", how: "{{month}}分。翌月の、仕様書に定めた日" },
  late: {
    name: "期限を過ぎた報告",
    value: "{{lateMonths}}か月分",
    how: "直近12か月のうち、期限を過ぎて提出のない月を数える",
  },
} as const;
