import * as Enums from "@cyclonedx/cyclonedx-library/Enums";
import * as Models from "@cyclonedx/cyclonedx-library/Models";
import * as Serialize from "@cyclonedx/cyclonedx-library/Serialize";
import * as SPDX from "@cyclonedx/cyclonedx-library/SPDX";
import * as Spec from "@cyclonedx/cyclonedx-library/Spec";
import { resolved, type LockedPackage, type Lockfile } from "./lockfile.ts";
import { serialNumber } from "./serial-number.ts";
import { shipped } from "./shipped.ts";

const { Component, HashDictionary, LicenseExpression, LicenseRepository, SpdxLicense } = Models;

/** The organization that publishes the site; the check reports what the content lacks of it. */
export interface Supplier {
  readonly legalName?: string | undefined;
  readonly url?: string | undefined;
}

/** The package that writes the bill. */
const writer = "@cyclonedx/cyclonedx-library";

const shippedNames = new Set<string>(shipped.map(({ name }) => name));

const licensesOf = ({ license }: LockedPackage) =>
  new LicenseRepository(
    license === undefined
      ? []
      : [
          SPDX.isSupportedSpdxId(license)
            ? new SpdxLicense(license)
            : new LicenseExpression(license),
        ],
  );

const hashesOf = ({ integrity = "" }: LockedPackage) => {
  const hash = /^sha512-(.+)$/.exec(integrity)?.[1];
  return new HashDictionary(
    hash === undefined
      ? []
      : [[Enums.HashAlgorithm["SHA-512"], Buffer.from(hash, "base64").toString("hex")]],
  );
};

/** The lockfile has no hash for a copy that is bundled in another package's archive. */
const isHashed = ({ integrity }: LockedPackage) => integrity !== undefined;

const refOf = ({ name, version }: LockedPackage) => `${name}@${version}`;

const componentOf = (type: Enums.ComponentType, locked: LockedPackage, bomRef?: string) => {
  const { name, version } = locked;
  return new Component(type, name, {
    version,
    bomRef,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    licenses: licensesOf(locked),
    hashes: hashesOf(locked),
  });
};

/** The tools that the bill was written with; the component of the same package has the reference. */
const toolsOf = (lockfile: Lockfile) =>
  new Models.Tools({
    components: new Models.ComponentRepository(
      [...lockfile.values()]
        .filter(({ name }) => name === writer)
        .map((locked) => componentOf(Enums.ComponentType.Library, locked)),
    ),
  });

/**
 * The software bill of materials of the site (CycloneDX 1.6, JSON): every package that the lockfile
 * has for the build, on any platform. Scope "required" means that some of it reaches visitors,
 * "excluded" that it only builds the site. The metadata are the NTIA's minimum elements. The same
 * lockfile, supplier and day give the same text.
 * @param day of the build, as an ISO date
 */
export const billOfMaterials = (
  lockfile: Lockfile,
  { legalName, url }: Supplier,
  day: string,
): string => {
  const components = new Map<string, Models.Component>();
  const componentAt = new Map(
    [...lockfile]
      .filter(([, { dev }]) => !dev)
      .toSorted(([, a], [, b]) => Number(isHashed(b)) - Number(isHashed(a)))
      .map(([path, locked]) => {
        const type = path === "" ? Enums.ComponentType.Application : Enums.ComponentType.Library;
        const key = refOf(locked);
        const component = components.get(key) ?? componentOf(type, locked, key);
        components.set(key, component);
        return [path, component] as const;
      }),
  );
  const project = componentAt.get("");
  for (const [path, component] of componentAt) {
    if (component !== project)
      component.scope = shippedNames.has(component.name)
        ? Enums.ComponentScope.Required
        : Enums.ComponentScope.Excluded;
    const { dependencies, optionalDependencies } = lockfile.get(path) ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const needed = componentAt.get(resolved(lockfile, path, name) ?? "");
      if (needed && needed !== project) component.dependencies.add(needed.bomRef);
    }
  }
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      timestamp: new Date(day),
      tools: toolsOf(lockfile),
      authors: new Models.OrganizationalContactRepository([
        new Models.OrganizationalContact({ name: legalName }),
      ]),
      supplier: new Models.OrganizationalEntity({
        name: legalName,
        url: new Set(url === undefined ? [] : [url]),
      }),
      lifecycles: new Models.LifecycleRepository([Enums.LifecyclePhase.Build]),
      ...(project && { component: project }),
    }),
    components: new Models.ComponentRepository(
      [...components.values()].filter((component) => component !== project),
    ),
  });
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  const serialized = () => serializer.serialize(bom, { sortLists: true, space: 1 });
  bom.serialNumber = serialNumber(serialized());
  return serialized();
};
