import type ja from "../ja/note";
import type { Translated } from "../shape";

export default {
  title: "Confidential note",
  lead: "Session on {{day}}",
  link: "Confidential note",
  toSession: "Session",
  participants: "Participants",
  chosen: "shown",
  written: "written",
  mine: "Your note",
  text: "Note",
  textHint:
    "Up to {{max}} characters. Please write nothing that identifies a client, such as names or contact details.",
  readable: {
    two: "Only you and {{name}} can read this. Managers, the ward and administrators cannot.",
    alone:
      "Only you can read this: the supervisor of this session does not use Sasae. Managers, the ward and administrators cannot.",
    former:
      "What is saved can still be read by the supervisor before. Once you save it again, only {{name}} can read it.",
    formerAlone: "What is saved can still be read by the supervisor before. Once you save it again, only you can.",
    nobody: "What is saved can be read by you alone so far. Once you save it again, {{name}} can read it too.",
  },
  protection:
    "Notes are stored encrypted and are in no report, export or message. The log keeps only that a note was written or read.",
  onlyRead: "You no longer hold this session, so you can only read or delete your note.",
  save: "Save",
  saving: "Saving",
  saved: "The note is saved",
  deleted: "The note is deleted",
  restored: "Text that you had not saved is back.",
  discardDraft: "Return to what is saved",
  changedAt: "Last saved",
  delete: "Delete the note",
  deleteText: "A deleted note cannot be read by either side any more, and cannot be brought back.",
  theirs: {
    supervisee: "{{name}}’s note",
    supervisor: "The supervisor’s note",
    none: "None yet.",
    audited: "The log keeps that you opened the other side’s note on this page, never what it says.",
  },
  closed: {
    missingKey:
      "This note cannot be opened now: the key under which it was encrypted is not set up in this system. Ask an administrator to bring the key back. Nothing is lost.",
    damaged:
      "This note cannot be opened: what is stored is damaged, or was moved here from elsewhere. Please tell an administrator.",
  },
  refused: {
    readerChanged:
      "This session has another supervisor now. Check below who can read your note, then save it again. Your text is still there.",
    locked: "The saved note cannot be opened, so it was not overwritten. Your text is still below.",
  },
  conflictLabel: "Note",
  rotate: {
    usage: "Usage: npm run cli -- notes:rotate [--new-key] [--json]",
    variable:
      "The keys are set by SASAE_NOTE_KEYS. Put the new key first there, restart the app, then run this without --new-key.",
    progress: "{{count}} notes encrypted under the new key so far…",
    done: "{{resealed}} notes encrypted anew under key {{keyId}}.",
    byKey: "  key {{keyId}}: {{count}} notes",
    spare: "Keys that no note uses: {{keyIds}}. They can be removed unless an older backup is going to be restored.",
    missingKey: "{{count}} notes were left as they were: their key is missing.",
    damaged: "{{count}} notes were left as they were: they are damaged or were moved.",
  },
  evidence: {
    label: "Certificate or other evidence",
    hint: "PDF, PNG or JPEG, up to {{max}} MB. On a phone you can take a photo right here. Only the worker and the contractor’s manager can open it.",
    none: "No files",
    file: "{{name}} ({{kind}}, {{size}})",
    remove: "Remove",
    removeNamed: "Remove {{name}}",
    problem: {
      tooLarge: "The file is too large. Choose one of up to {{max}} MB",
      notAllowed: "Choose a PDF, PNG or JPEG file (this is checked by the file’s content)",
      heic: "Photos in HEIC format are not accepted. Convert it to JPEG, or choose a screenshot (PNG)",
      empty: "The file is empty. Choose it again",
    },
  },
} satisfies Translated<typeof ja>;
