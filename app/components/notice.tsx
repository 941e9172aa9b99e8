import type { ReactNode } from "react";

const LOOKS = {
  info: { frame: "border-key-700 bg-key-50", mark: "ⓘ", role: "note" },
  success: { frame: "border-success-2 bg-green-50", mark: "✓", role: "status" },
  warning: { frame: "border-warning-orange-2 bg-orange-50", mark: "!", role: "note" },
  error: { frame: "border-error-2 bg-red-50", mark: "×", role: "alert" },
} as const;

/** A message about the page or about what was just done; announced to screen readers by its kind. */
export function Notice({ kind, title, children }: { kind: keyof typeof LOOKS; title?: string; children?: ReactNode }) {
  const look = LOOKS[kind];
  return (
    <div role={look.role} className={`mt-4 flex gap-3 rounded-8 border-l-8 px-4 py-3 ${look.frame}`}>
      <span aria-hidden="true" className="text-std-18B-160">
        {look.mark}
      </span>
      <div className="min-w-0 grow">
        {title && <p className="text-std-16B-170">{title}</p>}
        {children && <div className="text-std-16N-170">{children}</div>}
      </div>
    </div>
  );
}
