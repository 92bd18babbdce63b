import { definitionParts } from '../../../core/agreement/definition.ts';

/** Words whose values are strong and stay in one piece. */
export const MarkedText = ({ text }: { readonly text: string }) => {
  let at = 0;
  return definitionParts(text).map((part) => {
    at += part.text.length;
    return part.isValue ? (
      <b key={at} className={`strong${part.text.length <= MOST_UNBROKEN ? ' unbroken' : ''}`}>
        {part.text}
      </b>
    ) : (
      <span key={at}>{part.text}</span>
    );
  });
};

/** A longer value has to break, or it would not fit. */
const MOST_UNBROKEN = 40;
