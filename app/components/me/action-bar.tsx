import { useTranslation } from "react-i18next";

import { LinkButton } from "../button";

/** What a worker does most, at the top right; on phones it is the bar below. */
export function LogActions() {
  const { t } = useTranslation();
  return (
    <div className="hidden gap-3 md:flex">
      <LinkButton to="/me/training/new">{t("me.logTraining")}</LinkButton>
      <LinkButton to="/me/sessions/new" look="outline">
        {t("me.logSession")}
      </LinkButton>
    </div>
  );
}

/** The same within reach of the thumb: a bar at the bottom edge of a phone. */
export function LogBar() {
  const { t } = useTranslation();
  return (
    <>
      <div aria-hidden="true" className="h-20 md:hidden" />
      <nav
        aria-label={t("me.barLabel")}
        className="fixed inset-x-0 bottom-0 z-10 flex gap-2 border-t border-solid-gray-300 bg-white px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:hidden print:hidden"
      >
        <LinkButton to="/me/training/new" className="min-w-0 flex-1 px-2">
          {t("me.logTraining")}
        </LinkButton>
        <LinkButton to="/me/sessions/new" look="outline" className="min-w-0 flex-1 px-2">
          {t("me.logSession")}
        </LinkButton>
      </nav>
    </>
  );
}
