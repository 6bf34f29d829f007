/** An element with a class and what it holds, as scripts make one. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
};
