import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EVIDENCE_MAX_BYTES, MEDIA_TYPES, type EvidenceProblem } from "../../domain/evidence/content";

/**
 * The choice of one file: PDF, PNG or JPEG. Phones offer the camera beside the files, and turn their own photo format into
 * JPEG. Put it last in a form with encType="multipart/form-data", so that what was typed survives a file that is too large.
 */
export function EvidenceField(props: { name?: string; label?: string; problem?: EvidenceProblem }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ bytes: number } | null>(null);
  const name = props.name ?? "evidence";
  const limit = { max: EVIDENCE_MAX_BYTES / 1024 / 1024 };
  const isTooLarge = chosen !== null && chosen.bytes > EVIDENCE_MAX_BYTES;
  // why: an answer of the server is about the file before; once another is chosen it says nothing any more.
  const problem = isTooLarge ? "tooLarge" : chosen ? undefined : props.problem;
  return (
    <div className="mt-5">
      <label htmlFor={name} className="block text-std-17B-170">
        {props.label ?? t("note.evidence.label")}
      </label>
      <p id={`${name}-hint`} className="text-std-16N-170 text-solid-gray-700">
        {t("note.evidence.hint", limit)}
      </p>
      <input
        id={name}
        name={name}
        type="file"
        accept={[...MEDIA_TYPES, ".pdf", ".png", ".jpg", ".jpeg"].join(",")}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${name}-hint ${name}-problem`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          setChosen(file ? { bytes: file.size } : null);
        }}
        className="mt-1 block min-h-12 w-full max-w-2xl rounded-8 border border-solid-gray-600 bg-white px-4 py-3 text-std-16N-170 hover:border-black aria-invalid:border-2 aria-invalid:border-error-2"
      />
      <p id={`${name}-problem`} role="status" className="mt-1 text-std-16N-170 text-error-2">
        {problem ? `＊${t(`note.evidence.problem.${problem}`, limit)}` : ""}
      </p>
    </div>
  );
}
