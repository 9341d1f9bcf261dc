// The private network: the app's subnet, and an endpoint for each storage service that it uses.

param name string
param location string
param tags object

@description('Storage accounts to reach privately.')
param accountNames string[]

@description('Free /24 in the address space of the organisation.')
param addressPrefix string

var services = ['blob', 'queue', 'table']
var endpoints = flatten(map(accountNames, account => map(services, service => { account: account, service: service })))

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 25, 0)
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: cidrSubnet(addressPrefix, 27, 4) }
      }
    ]
  }

  resource appSubnet 'subnets' existing = { name: 'app' }
  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zone[i]
    name: name
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for item in endpoints: {
    name: 'pe-${item.account}-${item.service}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpointSubnet.id }
      privateLinkServiceConnections: [
        {
          name: item.service
          properties: {
            privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', item.account)
            groupIds: [item.service]
          }
        }
      ]
    }
  }
]

resource endpointNames 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (item, i) in endpoints: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        { name: item.service, properties: { privateDnsZoneId: zone[indexOf(services, item.service)].id } }
      ]
    }
  }
]

output appSubnetId string = network::appSubnet.id
