import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";
import { Notice } from "./notice";

/** A one-time link to copy, with how long it works. */
export function CopyLink({ title, address, hours }: { title: string; address: string; hours: number }) {
  const { t } = useTranslation();
  const validity = hours > 48 ? t("auth.link.days", { count: hours / 24 }) : t("auth.link.hours", { count: hours });
  return (
    <Notice kind="success" title={title}>
      <CopyField id="one-time-link" label={t("auth.link.label")} address={address} />
      <p className="mt-2">
        {t("auth.link.once")} {validity}
      </p>
    </Notice>
  );
}

/** An address to copy, by its button or by hand. */
export function CopyField({ id, label, address }: { id: string; label: string; address: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <label htmlFor={id} className="block">
        {label}
      </label>
      <input
        id={id}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        className="mt-1 block w-full max-w-2xl rounded-8 border border-solid-gray-600 bg-white px-4 py-2"
      />
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <Button
          type="button"
          look="outline"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          {t("auth.link.copy")}
        </Button>
        <span role="status">{copied && `✓ ${t("auth.link.copied")}`}</span>
      </div>
    </>
  );
}
