import { useTranslation } from "react-i18next";

import { Button } from "./button";

/** Opens the browser's print dialogue. */
export function PrintButton() {
  const { t } = useTranslation();
  return (
    <Button type="button" look="outline" onClick={() => window.print()}>
      {t("figures.print")}
    </Button>
  );
}
