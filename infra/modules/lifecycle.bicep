// What becomes of blobs with age. Raw files are kept for replay, ever cheaper; old versions go.

param accountName string

@description('Days after which an overwritten or deleted version goes. Without this each write of a lock or a timer would be kept for ever.')
param versionDays int

@description('The container of raw files, and the days until they are cool, archived and deleted (0: never); null where there are none.')
param rawFiles { container: string, cool: int, archive: int, delete: int }?

@description('Prefixes of blobs that serve one run only, and the days after which a forgotten one goes.')
param passingPrefixes string[] = []
param passingDays int = 30

@description('The container of nightly backups and the days for which one is kept; null where there are none.')
param backups { container: string, days: int }?

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName
}

var oldVersions = {
  name: 'old-versions'
  filters: { blobTypes: ['blockBlob'] }
  actions: { version: { delete: { daysAfterCreationGreaterThan: versionDays } } }
}

// A rule without an action is refused.
var raw = rawFiles == null || (rawFiles!.cool == 0 && rawFiles!.archive == 0 && rawFiles!.delete == 0)
  ? []
  : [
      {
        name: 'raw-files'
        filters: { blobTypes: ['blockBlob'], prefixMatch: ['${rawFiles!.container}/'] }
        actions: {
          baseBlob: {
            ...(rawFiles!.cool > 0 ? { tierToCool: { daysAfterModificationGreaterThan: rawFiles!.cool } } : {})
            ...(rawFiles!.archive > 0 ? { tierToArchive: { daysAfterModificationGreaterThan: rawFiles!.archive } } : {})
            ...(rawFiles!.delete > 0 ? { delete: { daysAfterModificationGreaterThan: rawFiles!.delete } } : {})
          }
        }
      }
    ]

var passing = empty(passingPrefixes)
  ? []
  : [
      {
        name: 'passing-blobs'
        filters: { blobTypes: ['blockBlob'], prefixMatch: passingPrefixes }
        actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: passingDays } } }
      }
    ]

var old = backups == null
  ? []
  : [
      {
        name: 'old-backups'
        filters: { blobTypes: ['blockBlob'], prefixMatch: ['${backups!.container}/'] }
        actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: backups!.days } } }
      }
    ]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: map([oldVersions, ...raw, ...passing, ...old], rule => {
        name: rule.name
        type: 'Lifecycle'
        enabled: true
        definition: { filters: rule.filters, actions: rule.actions }
      })
    }
  }
}
