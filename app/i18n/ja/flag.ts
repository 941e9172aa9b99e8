import contract from "./flag-contract";
import survey from "./flag-survey";

export default {
  rule: {
    overload: {
      cap: {
        name: "担当件数の上限",
        words:
          "今年度に担当したケースが上限（契約上の上限×常勤換算×在籍日数の割合）を超えると「重要」、年度末の見込みが超えると「注意」、見込みの80%区間の上側が超えると「参考」です。上限ちょうどは含みません。",
        clears:
          "年度末の見込みの80%区間の上側が上限の{{cap}}件以下になると解消します。新しいケースの配分や、担当の引き継ぎを検討してください。",
      },
      active: {
        name: "担当中のケースの負荷",
        words:
          "担当中のケースに複雑さの重み（1件を1とし、複雑さの区分が2つ目以降1つにつき0.5を加え、最大3）をつけた合計が、常勤換算1.0あたり{{activeWatch}}を超えると「参考」、{{activeWarning}}を超えると「注意」、{{activeCritical}}を超えると「重要」です。",
        clears: "重み付きの合計が{{clearedAt}}以下になると解消します。終結や引き継ぎを検討してください。",
      },
      overtime: contract.rule.overtime,
    },
    supervision: {
      due: {
        name: "スーパービジョンの実施",
        words:
          "四半期の終わりまで{{supervisionNotice}}日以内で実施も予定もないと「参考」、終わった四半期に1回もないと「注意」、2四半期続けてないと「重要」です。在籍が60日に満たない四半期は数えません。",
        clears:
          "スーパービジョンに出席した記録、または四半期内の予定が入ると解消します（終わった四半期の分は、出席すると解消します）。",
      },
    },
    training: {
      pace: {
        name: "研修時間の進み具合",
        words:
          "第3四半期以降、日割りで必要な時間（目標×これまでの在籍日数÷年度の日数）の{{trainingWatch}}%を下回ると「参考」、{{trainingWarning}}%を下回ると「注意」、3月31日に本人の目標を下回ると「重要」です。",
        clears: "研修時間が、日割りで必要な時間の{{trainingWatch}}%以上になると解消します。",
      },
    },
    qualification: {
      expiry: {
        name: "資格の有効期限",
        words:
          "有効期限まで{{qualificationWatch}}日以内で「参考」、{{qualificationWarning}}日以内で「注意」、期限を過ぎると「重要」です。同じ種類の資格を新しく取得すると、古いものは数えません。",
        clears: "同じ種類の、より新しい取得日の資格を登録すると解消します。",
      },
    },
    burnout: {
      conditions: {
        name: "燃え尽きにつながる働き方の条件",
        words:
          "負担の要因8つのうち{{strainWatch}}つが重なると「参考」、{{strainWarning}}つで「注意」、{{strainCritical}}つ以上、または{{strainWarning}}つ以上で担当件数か負荷が「重要」の場合に「重要」です。要因は働き方の条件だけで、健康に関する情報は含みません。時間外労働と休暇は、報告がある場合だけ数えます。",
        clears: "重なっている要因が{{strainCleared}}つ以下になると解消します。",
      },
      survey: survey.rule,
    },
    retention: { exits: contract.rule.exits },
    staffing: { below: contract.rule.staffing },
    pay: { below: contract.rule.pay },
    return: { late: contract.rule.late },
  },
  finding: {
    cap: {
      watch:
        "今年度の担当は{{count}}件です。年度見込み{{mean}}件（80%区間 {{low}}〜{{high}}）で、上限{{cap}}件を超える可能性があります。",
      warning:
        "年度見込み{{mean}}件（80%区間 {{low}}〜{{high}}）が上限{{cap}}件を超える見込みです。今年度の担当はいま{{count}}件です。",
      critical:
        "今年度の担当が{{count}}件になり、上限{{cap}}件を{{over}}件超えています。年度見込みは{{mean}}件（80%区間 {{low}}〜{{high}}）です。",
      capSum: "上限{{cap}}件＝契約上の上限{{contractCap}}件×常勤換算{{fte}}×在籍{{presentDays}}日÷{{daysInYear}}日",
      forecastSum:
        "見込み{{mean}}件＝これまでの{{count}}件＋残りの開所日{{openDaysLeft}}日×新規{{newCases}}件÷{{from}}からの開所日{{windowOpenDays}}日",
    },
    active: {
      any: "担当中の{{activeCases}}件の重み付き合計は{{weightedLoad}}で、基準の{{limit}}を超えています。",
      sum: "基準{{limit}}＝常勤1人あたり{{limitPerFte}}×常勤換算{{fte}}",
    },
    supervision: {
      watch: "{{quarter}}の終わり（{{end}}）まであと{{daysLeft}}日ですが、スーパービジョンの実施も予定もありません。",
      warning: "{{year}}{{quarter}}（{{end}}まで）に、スーパービジョンを受けていません。",
      critical: "{{fromYear}}{{fromQuarter}}と{{year}}{{quarter}}の2四半期続けて、スーパービジョンを受けていません。",
      last: "最後に出席したのは{{day}}です。",
      never: "出席の記録はまだありません。",
      planned: "次の予定は{{day}}です。",
    },
    training: {
      watch:
        "研修は{{hours}}時間で、この時点で必要な{{hoursDue}}時間の{{percent}}%（{{threshold}}時間）を下回っています。",
      warning:
        "研修は{{hours}}時間で、この時点で必要な{{hoursDue}}時間の{{percent}}%（{{threshold}}時間）を下回っています。",
      critical: "今年度の研修は{{hours}}時間で終わり、本人の目標{{ownTarget}}時間に{{missing}}時間足りませんでした。",
      sum: "必要な{{hoursDue}}時間＝目標{{contractTarget}}時間×在籍{{presentDays}}日÷{{daysInYear}}日",
    },
    qualification: {
      watch: "{{kind}}の有効期限（{{end}}）まであと{{daysLeft}}日です。",
      warning: "{{kind}}の有効期限（{{end}}）まであと{{daysLeft}}日です。更新の手続きを確認してください。",
      critical: "{{kind}}の有効期限（{{end}}）を{{daysExpired}}日過ぎています。",
    },
    burnout: {
      any_one: "負担の要因が{{count}}つあります：{{factors}}。",
      any_other: "負担の要因が{{count}}つ重なっています：{{factors}}。",
    },
    survey: survey.finding,
    ...contract.finding,
  },
  survey: survey.page,
  behind: contract.behind,
  factor: {
    caseload: "担当件数が上限を超えている",
    active_load: "担当中のケースの負荷が高い",
    no_supervision: "120日を超えてスーパービジョンがない",
    overtime: "先月の時間外労働が45時間を超えている",
    complex_cases: "複雑なケースが重なり、その後スーパービジョンがない",
    little_leave: "6か月の休暇が5日に満たない",
    first_year: "着任1年目",
    incident: "60日以内に重大な出来事があった",
  },
  factorFigures: {
    caseload: "今年度{{count}}件、上限{{cap}}件",
    active_load: "重み付き合計{{weightedLoad}}、基準{{loadLimit}}",
    no_supervision: "最後の出席または着任から{{daysWithoutSupervision}}日",
    overtime: "先月{{overtimeHours}}時間、基準45時間",
    complex_cases: "複雑さの区分が4つ以上のケース{{complexCases}}件、最も新しい担当は{{newestComplexFrom}}から",
    little_leave: "6か月で{{leaveDays}}日、基準5日",
    first_year: "{{hiredOn}}着任",
    incident: "60日以内に{{incidents}}件",
  },
  ward: {
    overload: {
      cap: {
        critical_one: "{{of}}人中{{count}}人が上限を超えています。",
        critical_other: "{{of}}人中{{count}}人が上限を超えています。",
        warning_one: "{{of}}人中{{count}}人が年度末に上限を超える見込みです。",
        warning_other: "{{of}}人中{{count}}人が年度末に上限を超える見込みです。",
        watch_one: "{{of}}人中{{count}}人が年度末に上限を超える可能性があります。",
        watch_other: "{{of}}人中{{count}}人が年度末に上限を超える可能性があります。",
      },
      active: {
        critical_one: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeCritical}}を超えています。",
        critical_other: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeCritical}}を超えています。",
        warning_one: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeWarning}}を超えています。",
        warning_other: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeWarning}}を超えています。",
        watch_one: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeWatch}}を超えています。",
        watch_other: "{{of}}人中{{count}}人の担当中の負荷が、常勤換算あたり{{activeWatch}}を超えています。",
      },
      overtime: contract.ward.overtime,
    },
    supervision: {
      due: {
        critical_one: "{{of}}人中{{count}}人が、2四半期続けてスーパービジョンを受けていません。",
        critical_other: "{{of}}人中{{count}}人が、2四半期続けてスーパービジョンを受けていません。",
        warning_one: "{{of}}人中{{count}}人が、終わった四半期にスーパービジョンを受けていません。",
        warning_other: "{{of}}人中{{count}}人が、終わった四半期にスーパービジョンを受けていません。",
        watch_one: "{{of}}人中{{count}}人に、今四半期のスーパービジョンの実施も予定もありません。",
        watch_other: "{{of}}人中{{count}}人に、今四半期のスーパービジョンの実施も予定もありません。",
      },
    },
    training: {
      pace: {
        critical_one: "{{of}}人中{{count}}人が、年度の研修目標に届きませんでした。",
        critical_other: "{{of}}人中{{count}}人が、年度の研修目標に届きませんでした。",
        warning_one: "{{of}}人中{{count}}人の研修時間が、この時点で必要な時間の{{trainingWarning}}%を下回っています。",
        warning_other:
          "{{of}}人中{{count}}人の研修時間が、この時点で必要な時間の{{trainingWarning}}%を下回っています。",
        watch_one: "{{of}}人中{{count}}人の研修時間が、この時点で必要な時間の{{trainingWatch}}%を下回っています。",
        watch_other: "{{of}}人中{{count}}人の研修時間が、この時点で必要な時間の{{trainingWatch}}%を下回っています。",
      },
    },
    qualification: {
      expiry: {
        critical_one: "{{of}}人中{{count}}人に、期限の過ぎた資格があります。",
        critical_other: "{{of}}人中{{count}}人に、期限の過ぎた資格があります。",
        warning_one: "{{of}}人中{{count}}人に、{{qualificationWarning}}日以内に期限を迎える資格があります。",
        warning_other: "{{of}}人中{{count}}人に、{{qualificationWarning}}日以内に期限を迎える資格があります。",
        watch_one: "{{of}}人中{{count}}人に、{{qualificationWatch}}日以内に期限を迎える資格があります。",
        watch_other: "{{of}}人中{{count}}人に、{{qualificationWatch}}日以内に期限を迎える資格があります。",
      },
    },
    burnout: {
      conditions: {
        critical_one:
          "{{of}}人中{{count}}人に、負担の要因が{{strainCritical}}つ以上、または{{strainWarning}}つ以上と重大な業務過多が重なっています。",
        critical_other:
          "{{of}}人中{{count}}人に、負担の要因が{{strainCritical}}つ以上、または{{strainWarning}}つ以上と重大な業務過多が重なっています。",
        warning_one: "{{of}}人中{{count}}人に、負担の要因が{{strainWarning}}つ以上重なっています。",
        warning_other: "{{of}}人中{{count}}人に、負担の要因が{{strainWarning}}つ以上重なっています。",
        watch_one: "{{of}}人中{{count}}人に、負担の要因が{{strainWatch}}つ以上重なっています。",
        watch_other: "{{of}}人中{{count}}人に、負担の要因が{{strainWatch}}つ以上重なっています。",
      },
    },
    pay: { below: contract.ward.pay },
    further: "ほかに{{sentence}}",
    highest: "通年で常勤の人の最多は、上限{{cap}}件に対し{{count}}件です。",
    factor: "{{factor}}：{{people}}人",
    withheld: "支援員が5人に満たないため、分布と要因は示しません。",
    scope: {
      office: "事業所ごと",
      pooled: "小規模な事業所をまとめた集計",
      contract: "契約全体の集計",
    },
    band: {
      upTo80: "上限の80%以下",
      upTo100: "80%超〜100%",
      upTo120: "100%超〜120%",
      over120: "120%超",
    },
  },
  command: {
    unknownContract: "「{{code}}」という契約はありません。",
    unknownView: "--view には ward または contractor を指定してください。",
    counts: "{{day}}時点の判定：発生{{raised}}件、重さの変化{{changed}}件、解消{{resolved}}件、継続中{{open}}件",
    none: "{{day}}時点の注意喚起はありません。",
    notEvaluated: "{{day}}以前の判定がありません。先に「job evaluate --as-of {{day}}」を実行してください。",
  },
} as const;
