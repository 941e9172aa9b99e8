import { useEffect, useRef, type ReactNode } from "react";

/** Takes the focus whenever an answer of the server arrives, so that what it objects to is seen and read out. */
export function Attention({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-4">
      {children}
    </div>
  );
}
