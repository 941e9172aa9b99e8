import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { Notice } from "../notice";
import { Section } from "../page";

export type DigestSettingProps = { isOn: boolean; hasServer: boolean };

/** Whether notifications come by mail, and the button that changes it. */
export function DigestSetting({ isOn, hasServer }: DigestSettingProps) {
  const { t } = useTranslation();
  return (
    <Section id="digest" title={t("notification.digest.title")} note={t("notification.digest.note")}>
      {!hasServer && (
        <Notice kind="info" title={t("notification.digest.noServer")}>
          {t("notification.digest.noServerMore")}
        </Notice>
      )}
      <p className="mt-3 text-std-16N-170">{isOn ? t("notification.digest.isOn") : t("notification.digest.isOff")}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="digest" value={isOn ? "off" : "on"} />
        <Button look="outline" name="intent" value="digest">
          {isOn ? t("notification.digest.turnOff") : t("notification.digest.turnOn")}
        </Button>
      </Form>
    </Section>
  );
}
