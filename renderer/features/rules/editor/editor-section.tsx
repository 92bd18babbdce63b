import type { ReactNode } from 'react';

/** One of the questions in the order in which people talk about them. */
export const EditorSection = (props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="rule-question" aria-label={props.title}>
    <h2>
      <span>{props.title}</span>
      <span className="secondary">{props.aside}</span>
    </h2>
    {props.children}
  </section>
);

/** A field with its words in front and behind. */
export const FieldLine = (props: { readonly words: string; readonly after?: string; readonly children: ReactNode }) => (
  <div className="rule-field-line">
    <span className="secondary">{props.words}</span>
    {props.children}
    {props.after !== undefined && <span className="secondary">{props.after}</span>}
  </div>
);
