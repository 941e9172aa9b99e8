import { Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { useSending } from "../offline/sending";

/** The one button of a form, at the bottom edge of a phone; while it sends, it says so. */
export function SubmitBar({ label, sending, back }: { label: string; sending: string; back: string }) {
  const { t } = useTranslation();
  const isNavigating = useNavigation().state !== "idle";
  const busy = useSending() || isNavigating;
  return (
    <>
      <div aria-hidden="true" className="h-20 md:hidden" />
      <div className="fixed inset-x-0 bottom-0 z-10 flex items-center gap-4 border-t border-solid-gray-300 bg-white px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:static md:mt-8 md:border-0 md:p-0">
        <Button className="min-w-0 flex-1 md:flex-none md:px-10" aria-disabled={busy || undefined}>
          {busy ? sending : label}
        </Button>
        <Link to={back} className="link inline-flex min-h-11 shrink-0 items-center px-2 text-std-16N-170">
          {t("common.cancel")}
        </Link>
      </div>
    </>
  );
}
