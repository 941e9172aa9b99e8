/** 注意喚起を解消するために、何を、どれだけ、いつまでに。 */
export default {
  capNew_one:
    "{{by}}までの新しい担当を、あと{{count}}件以内にする（見込みの上側は{{upper}}件なので、それより{{fewer}}件少なく）",
  capNew_other:
    "{{by}}までの新しい担当を、あと{{count}}件以内にする（見込みの上側は{{upper}}件なので、それより{{fewer}}件少なく）",
  capOver_one:
    "今年度の担当は{{count}}件で、すでに上限{{cap}}件を超えています。引き継いでも今年度の件数は減らないため、{{on}}に数え直すまで続きます。新しい担当を止め、区と上限や人員を相談してください",
  capOver_other:
    "今年度の担当は{{count}}件で、すでに上限{{cap}}件を超えています。引き継いでも今年度の件数は減らないため、{{on}}に数え直すまで続きます。新しい担当を止め、区と上限や人員を相談してください",
  activeLoad_one:
    "重み付きの合計を{{less}}減らす（重み1のケースなら{{count}}件の終結か引き継ぎ）。{{limit}}以下になった次の判定で解消します",
  activeLoad_other:
    "重み付きの合計を{{less}}減らす（重み1のケースなら{{count}}件の終結か引き継ぎ）。{{limit}}以下になった次の判定で解消します",
  overtimeMonth: "{{month}}の時間外労働を{{hours}}時間以下にする。その月の報告が入ると解消します",
  supervisionPlan_one: "{{by}}までに{{count}}回、スーパービジョンに出席するか、その日までの予定を入れる",
  supervisionPlan_other: "{{by}}までに{{count}}回、スーパービジョンに出席するか、その日までの予定を入れる",
  supervisionAttend_one: "{{by}}までに{{count}}回、スーパービジョンに出席する（予定だけでは解消しません）",
  supervisionAttend_other: "{{by}}までに{{count}}回、スーパービジョンに出席する（予定だけでは解消しません）",
  trainingNow:
    "研修をあと{{hours}}時間受けると、今の時点で必要な時間の{{percent}}%に届きます（必要な時間は日ごとに増えます）",
  trainingYear: "{{by}}までにあと{{hours}}時間受けると、年度の目標に届きます",
  trainingEnded: "{{by}}までの研修の記録が、あと{{hours}}時間あれば登録する。年度の判定は{{on}}に終わります",
  qualificationRenew: "{{by}}までに「{{kind}}」を更新し、新しい取得日で登録する",
  qualificationExpired: "「{{kind}}」を更新し、新しい取得日で登録する（登録した次の判定で解消します）",
  strainFewer_one: "重なっている要因{{factors}}つのうち、{{count}}つをなくす。要因ごとの方法：",
  strainFewer_other: "重なっている要因{{factors}}つのうち、{{count}}つをなくす。要因ごとの方法：",
  strainCaseload: "担当件数：新しい担当を止める（今年度の件数は{{on}}に数え直します）",
  strainLoad_one: "負荷：重み付きの合計を{{less}}減らして{{limit}}以下にする（重み1のケースなら{{count}}件）",
  strainLoad_other: "負荷：重み付きの合計を{{less}}減らして{{limit}}以下にする（重み1のケースなら{{count}}件）",
  strainSession_one: "スーパービジョン：{{count}}回出席する",
  strainSession_other: "スーパービジョン：{{count}}回出席する",
  strainOvertime: "時間外労働：{{month}}を45時間以下にする",
  strainLeave: "休暇：6か月で5日以上取る（今は{{days}}日）",
  strainFirstYear: "着任1年目：{{on}}に終わります",
  strainIncident: "重大な出来事：60日たつと数えなくなります。それまでは手厚く支えてください",
  surveyNext: "次のアンケートで、指数が{{bound}}以上になり、{{above}}を上回る",
  exitsFewer_one: "これ以上の離職がないまま、あと{{count}}人の離職日から365日たつ（在籍{{of}}人なら{{allowed}}人まで）",
  exitsFewer_other:
    "これ以上の離職がないまま、あと{{count}}人の離職日から365日たつ（在籍{{of}}人なら{{allowed}}人まで）",
  staffingFte_one: "支援員を常勤換算であと{{count}}増やす",
  staffingFte_other: "支援員を常勤換算であと{{count}}増やす",
  staffingOutreach_one: "専任のアウトリーチ支援員をあと{{count}}人置く",
  staffingOutreach_other: "専任のアウトリーチ支援員をあと{{count}}人置く",
  payBelow_one: "{{count}}人の賃金を、下限（常勤で年{{floorJpy}}円）以上にする",
  payBelow_other: "{{count}}人の賃金を、下限（常勤で年{{floorJpy}}円）以上にする",
  returnFile: "{{month}}分の事業実績報告（期限{{by}}）を提出する",
  returnFurther_one: "期限の過ぎたほかの{{count}}か月分も提出する",
  returnFurther_other: "期限の過ぎたほかの{{count}}か月分も提出する",
} as const;
