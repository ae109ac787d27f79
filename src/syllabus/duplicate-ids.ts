import { type Item, idOf } from './naming.ts';
import { offsetOf, type Path, type Problem, pathText, type YamlFile } from './places.ts';

const LISTS = ['sections', 'topics', 'objectives'] as const;

/**
 * Ids must be unique in the whole file: sections, topics and objectives share one namespace, with the ids that are made from a text.
 */
export function duplicateIds({ document, value, at }: YamlFile): Problem[] {
  const seen = new Map<string, Path>();
  const problems: Problem[] = [];
  const check = (item: Item, id: string, path: Path): void => {
    const own = typeof item === 'object' && 'id' in item;
    const place = offsetOf(document, own ? [...path, 'id'] : path);
    const first = seen.get(id);
    if (id === '' && hasText(item))
      problems.push(at(place, 'no id can be made from this text; write it as a mapping with an id of its own'));
    else if (id === 'other' && !own)
      problems.push(at(place, 'the id "other" is reserved for time outside the guide; give this an id of its own'));
    else if (first)
      problems.push(
        at(place, `id "${id}"${own ? '' : ', made from the text,'} is used twice, first at ${pathText(first)}`),
      );
    else if (id !== '') seen.set(id, path);
  };
  const walk = (parent: unknown, path: Path, parentId: string | null): void => {
    for (const list of LISTS) {
      const items = (parent as Record<string, unknown> | null)?.[list];
      if (!Array.isArray(items)) continue;
      items.forEach((item: unknown, i) => {
        if (typeof item !== 'string' && (item === null || typeof item !== 'object')) return;
        const id = idOf(item, list === 'objectives' ? parentId : null);
        check(item, id, [...path, list, i]);
        if (typeof item === 'object') walk(item, [...path, list, i], id);
      });
    }
  };
  walk(value, [], null);
  return problems;
}

function hasText(item: Item): boolean {
  const words = typeof item === 'string' ? item : (item.title ?? item.text);
  return typeof words === 'string' && words.trim() !== '' && (typeof item === 'string' || item.id === undefined);
}
