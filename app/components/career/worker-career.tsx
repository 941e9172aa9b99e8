import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Post } from "../../domain/career/record";
import type { EvidenceRow } from "../../domain/evidence/content";
import type { RenewalChecklist, RenewalPart } from "../../domain/qualification/renewal";
import { decimal } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { EvidenceList } from "../evidence/evidence-list";
import type { FormState } from "../form";
import { useLocale } from "../locale";
import { Section } from "../page";
import { DecisionForm } from "./decision-form";
import { PostList } from "./post-list";
import { CourseList } from "./renewal-courses";
import { RenewalView } from "./renewal-view";

/** Posts with their evidence, each to be verified or sent back. */
export function VerifiablePosts(props: {
  posts: Post[];
  files: EvidenceRow[];
  answer: { about: string; state?: FormState } | undefined;
}) {
  return (
    <PostList
      posts={props.posts}
      below={(post) => (
        <div className="w-full">
          <EvidenceList files={props.files.filter(({ subjectId }) => subjectId === post.id)} />
          <DecisionForm
            {...{ id: post.id, intent: "post", version: post.version, name: post.employer }}
            verified={post.verification === "verified"}
            state={props.answer?.about === post.id ? props.answer.state : undefined}
          />
        </div>
      )}
    />
  );
}

type Renewal = {
  qualificationId: string;
  version: number;
  exempt: { hours: number; reason: string | null; verified: boolean } | null;
  courses: { id: string; part: RenewalPart; title: string; hours: number; completedOn: Day }[];
  successorWaits: boolean;
  checklist: RenewalChecklist;
};

/** A worker's renewal for the manager: the same checklist, and the exempt hours to confirm. */
export function WorkerRenewal({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { exempt } = renewal;
  return (
    <Section id="renewal" title={t("career.renewal.title")}>
      <RenewalView renewal={renewal} />
      <h3 className="mt-6 text-std-17B-170">{t("career.renewal.courses")}</h3>
      <div className="mt-2">
        <CourseList courses={renewal.courses} />
      </div>
      {exempt && (
        <Form
          method="post"
          className="mt-4 flex flex-wrap items-center gap-4 rounded-12 border border-solid-gray-300 p-5 print:hidden"
        >
          <input type="hidden" name="intent" value="exempt" />
          <input type="hidden" name="id" value={renewal.qualificationId} />
          <input type="hidden" name="version" value={renewal.version} />
          {!exempt.verified && <input type="hidden" name="confirmed" value="1" />}
          <p className="grow text-std-16N-170">
            {t(exempt.verified ? "career.renewal.exemptConfirmed" : "career.renewal.exemptClaimed", {
              ...{ hours: decimal(exempt.hours, locale, 2), reason: exempt.reason ?? "" },
            })}
          </p>
          <Button look="outline">{t(exempt.verified ? "career.renewal.unconfirm" : "career.renewal.confirm")}</Button>
        </Form>
      )}
    </Section>
  );
}
