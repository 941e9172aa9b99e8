import { useTranslation } from "react-i18next";

import { Attention } from "./attention";

/** One field of a record that two people changed: what stands there now and what the reader typed. */
export type ConflictField = { name: string; label: string; stands: string; typed: string };

/**
 * Somebody else has changed the record since the reader opened it: both versions, field by field. The form below keeps
 * what the reader typed and carries the version that stands now, so that sending it again is a decision.
 */
export function ConflictNotice({ answer, fields }: { answer: object; fields: readonly ConflictField[] }) {
  const { t } = useTranslation();
  const differing = fields.filter((field) => field.stands !== field.typed);
  return (
    <Attention answer={answer}>
      <div className="mt-4 rounded-8 border-2 border-warning-orange-2 px-4 py-3">
        <p className="text-std-17B-170">{t("common.conflict.title")}</p>
        <p className="text-std-16N-170">{t(differing.length > 0 ? "common.conflict.hint" : "common.conflict.same")}</p>
        {differing.length > 0 && (
          <dl className="mt-2 divide-y divide-solid-gray-300">
            {differing.map((field) => (
              <div key={field.name} className="grid gap-x-4 py-2 text-std-16N-170 md:grid-cols-[10rem_1fr_1fr]">
                <dt className="font-700">{field.label}</dt>
                <dd>
                  <span className="block text-dns-14N-130 text-solid-gray-700">{t("common.conflict.stands")}</span>
                  {field.stands || t("common.conflict.nothing")}
                </dd>
                <dd>
                  <span className="block text-dns-14N-130 text-solid-gray-700">{t("common.conflict.typed")}</span>
                  {field.typed || t("common.conflict.nothing")}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Attention>
  );
}
