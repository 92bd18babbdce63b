import type { ReactNode } from 'react';
import './components.css';

/** An empty screen says what is missing and what to do next; `children` are the buttons that do it. */
export const EmptyState = (props: {
  readonly title: string;
  readonly next: ReactNode;
  readonly children?: ReactNode;
}) => (
  <section className="empty-state" aria-label={props.title}>
    <h1>{props.title}</h1>
    <p>{props.next}</p>
    {props.children !== undefined && <div className="empty-state-actions">{props.children}</div>}
  </section>
);
