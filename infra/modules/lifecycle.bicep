// What becomes of blobs with age. Raw files are kept for replay, ever cheaper; old versions go.

param accountName string
param incomingContainer string

@description('Prefixes of blobs that serve one run only, and the days after which a forgotten one goes.')
param passingPrefixes string[]
param passingDays int

@description('Raw files: days until cool, until archive, and until deletion; 0 keeps them.')
param coolAfterDays int
param archiveAfterDays int
param deleteAfterDays int

param versionDays int

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName
}

var deletion = deleteAfterDays > 0 ? { delete: { daysAfterModificationGreaterThan: deleteAfterDays } } : {}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'raw-files'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${incomingContainer}/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: coolAfterDays }
                tierToArchive: { daysAfterModificationGreaterThan: archiveAfterDays }
                ...deletion
              }
            }
          }
        }
        {
          name: 'passing-blobs'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: passingPrefixes }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: passingDays } } }
          }
        }
        {
          name: 'old-versions'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: versionDays } } }
          }
        }
      ]
    }
  }
}
