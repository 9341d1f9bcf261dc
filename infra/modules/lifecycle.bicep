// What becomes of blobs with age. Raw files are kept for replay, ever cheaper; old versions go.

param accountName string

@description('Days after which an overwritten or deleted version goes. Without this each write of a lock or a timer would be kept for ever.')
param versionDays int

@description('The container of raw files, and the days until they are cool, archived and deleted (0 keeps them); null where there are none.')
param rawFiles { container: string, cool: int, archive: int, delete: int }?

@description('Prefixes of blobs that serve one run only, and the days after which a forgotten one goes.')
param passingPrefixes string[] = []
param passingDays int = 30

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName
}

var oldVersions = {
  name: 'old-versions'
  filters: { blobTypes: ['blockBlob'] }
  actions: { version: { delete: { daysAfterCreationGreaterThan: versionDays } } }
}

var deletion = rawFiles.?delete ?? 0
var raw = rawFiles == null
  ? []
  : [
      {
        name: 'raw-files'
        filters: { blobTypes: ['blockBlob'], prefixMatch: ['${rawFiles!.container}/'] }
        actions: {
          baseBlob: {
            tierToCool: { daysAfterModificationGreaterThan: rawFiles!.cool }
            tierToArchive: { daysAfterModificationGreaterThan: rawFiles!.archive }
            ...(deletion > 0 ? { delete: { daysAfterModificationGreaterThan: deletion } } : {})
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

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: map([oldVersions, ...raw, ...passing], rule => {
        name: rule.name
        type: 'Lifecycle'
        enabled: true
        definition: { filters: rule.filters, actions: rule.actions }
      })
    }
  }
}
