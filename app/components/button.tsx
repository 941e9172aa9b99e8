import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";

export type ButtonLook = "fill" | "outline" | "text" | "danger";

const BASE =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded-8 px-5 py-2 text-oln-16B-100 leading-130 text-center no-underline aria-disabled:opacity-60";
const LOOKS: Record<ButtonLook, string> = {
  fill: "bg-key-900 text-white hover:bg-key-1000",
  outline: "border border-key-900 bg-white text-key-900 hover:bg-key-50",
  text: "px-3 text-key-900 underline underline-offset-4 hover:bg-key-50",
  danger: "border border-error-2 bg-white text-error-2 hover:bg-red-50",
};

function lookOf(look: ButtonLook | undefined, className: string | undefined): string {
  return `${BASE} ${LOOKS[look ?? "fill"]} ${className ?? "w-full md:w-auto"}`;
}

/** A button. Its text is a verb. Full width on phones unless a class says otherwise. */
export function Button({ look, className, ...props }: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button type="submit" {...props} className={lookOf(look, className)} />;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ look, className, ...props }: ComponentProps<typeof Link> & { look?: ButtonLook }) {
  return <Link {...props} className={lookOf(look, className)} />;
}
