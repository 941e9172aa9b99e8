import { useTranslation } from "react-i18next";

import { LinkButton } from "../button";
import { PrintButton } from "../print-button";

/** What a contractor's manager goes on to from the home page. */
export function HomeActions() {
  const { t } = useTranslation();
  return (
    <>
      <LinkButton look="outline" to="/contractor/simulator">
        {t("simulator.homeLink")}
      </LinkButton>
      <PrintButton />
    </>
  );
}
