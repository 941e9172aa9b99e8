/** 時間外労働と、事業所・契約についての注意喚起の文。 */
export default {
  rule: {
    overtime: {
      name: "時間外労働",
      words:
        "報告のある直近の月（3か月前まで）の時間外労働が{{overtimeWatch}}時間を超えると「参考」、{{overtimeWarning}}時間を超えるか、その月まで{{overtimeMonths}}か月続けて{{overtimeWatch}}時間を超えると「注意」、{{overtimeCritical}}時間を超えると「重要」です。報告がなければ判定しません。",
      clears:
        "次に報告される月の時間外労働が{{clearedAt}}時間以下になると解消します。担当の見直しや業務の分担を検討してください。",
    },
    exits: {
      name: "支援員の離職",
      words:
        "その日までの365日間に在籍した支援員のうち、その間に離職した人の割合が{{exitsWatch}}%を超えると「参考」、{{exitsWarning}}%を超えると「注意」、{{exitsCritical}}%を超えると「重要」です。支援員が5人以上の事業所ごとと、契約全体で判定し、5人に満たないところは判定しません。",
      clears: "離職した人の割合が{{clearedAt}}%以下になると解消します。",
    },
    staffing: {
      name: "仕様書の配置基準",
      words:
        "休業中の人を除く支援員の常勤換算の合計、または専任のアウトリーチ支援員の人数が仕様書を下回ると「注意」、直近{{staffingMonths}}か月のすべての日で下回っていると「重要」です。仕様書のない契約は判定しません。",
      clears: "常勤換算の合計と専任のアウトリーチ支援員の人数が、どちらも仕様書以上になると解消します。",
    },
    pay: {
      name: "仕様書の賃金基準",
      words:
        "年収の分かる支援員のうち、仕様書の下限（勤務時間に応じて換算）を下回る人がいると「注意」、下回る人が直近{{payMonths}}か月のすべての日でいると「重要」です。仕様書に下限がなければ判定しません。金額を見られるのは受託事業者だけです。",
      clears: "年収の分かる支援員の全員が下限以上になると解消します。",
    },
    late: {
      name: "事業実績報告の提出",
      words:
        "終わった月の報告の期限（翌月の仕様書に定めた日）まで{{returnNotice}}日以内で未提出だと「参考」、期限を過ぎると「注意」、{{returnLate}}日以上遅れると「重要」です。契約の開始後、直近12か月分を確かめます。仕様書に期限がなければ判定しません。",
      clears: "期限の過ぎた月と、期限の近い月の報告をすべて提出すると解消します。",
    },
  },
  finding: {
    overtime: {
      watch: "{{month}}の時間外労働は{{hours}}時間で、{{limit}}時間を超えています。",
      warning: "{{month}}の時間外労働は{{hours}}時間で、{{limit}}時間を超えています。",
      running: "時間外労働が{{months}}か月続けて{{limit}}時間を超えています。{{month}}は{{hours}}時間です。",
      critical: "{{month}}の時間外労働は{{hours}}時間で、{{limit}}時間を超えています。",
    },
    exits: {
      any: "1年間に、支援員{{of}}人のうち{{leavers}}人（{{percent}}%）が離職しました。{{limit}}%を超えています。",
      sum: "{{windowFrom}}から{{windowTo}}までに在籍した支援員{{of}}人、そのうち最終在籍日がこの間にある人{{leavers}}人",
    },
    staffing: {
      fte: "支援員の常勤換算は{{fte}}で、仕様書の{{requiredFte}}を下回っています。",
      outreach:
        "専任のアウトリーチ支援員は{{outreachWorkers}}人で、仕様書の{{requiredOutreachWorkers}}人を下回っています。",
      since: "{{belowSince}}から、仕様書を下回る日が続いています。",
      months: "{{months}}か月以上続いています。",
    },
    pay: {
      any: "年収の分かる支援員{{known}}人のうち{{below}}人が、仕様書の下限を下回っています。",
      sum: "下限＝年{{floorJpy}}円×常勤換算",
      since: "{{belowSince}}から、下回る人がいる日が続いています。",
      months: "{{months}}か月以上続いています。",
    },
    late: {
      watch: "{{month}}分の事業実績報告の期限は{{dueOn}}ですが、まだ提出されていません。",
      warning: "{{month}}分の事業実績報告が、期限の{{dueOn}}を過ぎても提出されていません。",
      critical: "{{month}}分の事業実績報告が、期限の{{dueOn}}から{{limit}}日以上たっても提出されていません。",
      further: "期限を過ぎた報告は、あわせて{{lateMonths}}か月分です。",
    },
  },
  ward: {
    overtime: {
      critical_one: "{{of}}人中{{count}}人の時間外労働が、月{{overtimeCritical}}時間を超えています。",
      critical_other: "{{of}}人中{{count}}人の時間外労働が、月{{overtimeCritical}}時間を超えています。",
      warning_one:
        "{{of}}人中{{count}}人の時間外労働が、月{{overtimeWarning}}時間を超えるか、{{overtimeMonths}}か月続けて{{overtimeWatch}}時間を超えています。",
      warning_other:
        "{{of}}人中{{count}}人の時間外労働が、月{{overtimeWarning}}時間を超えるか、{{overtimeMonths}}か月続けて{{overtimeWatch}}時間を超えています。",
      watch_one: "{{of}}人中{{count}}人の時間外労働が、月{{overtimeWatch}}時間を超えています。",
      watch_other: "{{of}}人中{{count}}人の時間外労働が、月{{overtimeWatch}}時間を超えています。",
    },
    pay: {
      warning: "賃金が仕様書の下限を満たしていません。",
      critical: "賃金が仕様書の下限を満たさない状態が、{{payMonths}}か月以上続いています。",
    },
  },
  behind: {
    leavers: "離職した支援員",
    posts: "支援員の配置",
    pay: "下限を下回る支援員",
    filings: "事業実績報告の提出",
    from: "{{day}}着任",
    to: "{{day}}離職",
    fte: "常勤換算{{fte}}",
    outreach: "専任アウトリーチ",
    leave: "休業中",
    yen: "年{{amount}}円",
    due: "期限{{day}}",
    submitted: "{{day}}提出",
    missing: "未提出",
  },
} as const;
