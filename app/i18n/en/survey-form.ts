import type ja from "../ja/survey-form";
import type { Translated } from "../shape";

/** The form of a survey's draft. */
export default {
  preset: {
    title: "Begin with a usual combination",
    annual57: "Annual (work satisfaction and the 57 items of the job stress questionnaire)",
    annual80: "Annual (work satisfaction and the 80 items of the new job stress questionnaire)",
    pulse: "Pulse (work satisfaction and accumulated fatigue)",
    titles: {
      annual57: "{{year}} work satisfaction and workplace survey",
      annual80: "{{year}} work satisfaction and workplace survey (80 items)",
      pulse: "{{month}} short workplace survey",
    },
  },
  field: {
    title: "Title",
    titleEn: "Title (English)",
    titleEnHint: "Shown on English screens. Where empty, the Japanese title is shown.",
    kind: "Kind",
    kindHint: "The indicator of worthwhile work (target 80%) takes the latest annual survey.",
    bjsq: "Questionnaire on work and stress (one at most)",
    noBjsq: "None",
    instruments: "Further questionnaires",
    instrumentNote: "about {{minutes}} min, {{questions}} questions",
    own: "Own questions",
    ownHint: "Questions that you choose. Give each in Japanese and English. Empty fields are left out.",
    ownNumber: "Own question {{number}}",
    ownJa: "Question (Japanese)",
    ownEn: "Question (English)",
    ownKind: "How it is answered",
    ownKinds: { scale: "Five points (strongly disagree to strongly agree)", choice: "One of several options" },
    ownOptionsJa: "Options (Japanese, one a line)",
    ownOptionsEn: "Options (English, one a line in the same order)",
    ownOptionsHint: "Used for “one of several options” only. As many in English as in Japanese, two to ten.",
    ownProblem:
      "Own question {{number}} (the question in both languages; two to ten options, as many in English as in Japanese)",
    addOwn: "Add a question",
    asksSex: "Ask for sex (people may keep it to themselves)",
    asksSexHint:
      "The job stress chart compares with national means of men and women, so it cannot be drawn without. Men and women are shown apart only where ten of each have answered.",
    freeText: "Give one field for comments",
    freeTextHint: "Shown to the contractor alone, shuffled, after closing. The ward never sees it.",
    freeTextOff: "Comments can be used only where the ward's specification allows them. At present it does not.",
    opensOn: "Opening day",
    closesOn: "Closing day",
  },
  add: "Save the draft",
  save: "Save the draft",
  saving: "Saving",
  conflictQuestions: "Questions",
  conflictDays: "Period",
} satisfies Translated<typeof ja>;
