import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import { useFormSurface } from '../formSurface.js';

interface TimelineTextProps {
  readonly text: string;
  /** What the text belongs to, for those who only hear the button. */
  readonly subject: string;
}

/** The first two lines of a description; all of it where there is more and the user wants it. */
export function TimelineText({ text, subject }: TimelineTextProps) {
  const { host } = useFormSurface();
  const isExpanded = useSignal(false);
  const hasMore = useSignal(false);
  const paragraph = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element !== null && !isExpanded.value) hasMore.value = element.scrollHeight > element.clientHeight;
  }, [text]);
  return (
    <>
      <p
        ref={paragraph}
        id={id}
        class={isExpanded.value ? 'timeline-text' : 'timeline-text timeline-text-folded'}
      >
        {text}
      </p>
      {hasMore.value && (
        <button
          type="button"
          class="link timeline-more"
          aria-expanded={isExpanded.value}
          aria-controls={id}
          aria-label={host.text(isExpanded.value ? 'form.viewLessOf' : 'form.viewMoreOf', subject)}
          onClick={() => {
            isExpanded.value = !isExpanded.value;
          }}
        >
          {host.text(isExpanded.value ? 'form.viewLess' : 'form.viewMore')}
          <Icon name={isExpanded.value ? 'chevronUp' : 'chevronDown'} />
        </button>
      )}
    </>
  );
}
