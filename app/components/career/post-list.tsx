import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Post } from "../../domain/career/record";
import { shortDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { RejectionNote, VerificationMark } from "./verification";

/** Posts elsewhere with their state; `to` leads to a post's own page, `below` adds what the manager does about one. */
export function PostList(props: { posts: Post[]; to?: (post: Post) => string; below?: (post: Post) => ReactNode }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {props.posts.map((post) => (
        <li key={post.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          {props.to ? (
            <Link to={props.to(post)} className="link inline-flex min-h-11 grow items-center text-std-16B-170">
              {post.employer}
            </Link>
          ) : (
            <span className="grow text-std-16B-170">{post.employer}</span>
          )}
          <VerificationMark state={post.verification} />
          <p className="flex w-full flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <span>{t(`glossary.careerField.${post.field}`)}</span>
            <span>
              {t(post.to ? "career.post.span" : "career.post.since", {
                ...{ from: shortDay(post.from, locale), to: post.to ? shortDay(post.to, locale) : "" },
              })}
            </span>
          </p>
          <RejectionNote note={post.rejectionNote} />
          {props.below?.(post)}
        </li>
      ))}
    </ul>
  );
}
